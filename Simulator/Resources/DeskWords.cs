namespace Simulator.Resources;

/// <summary>The words of settings, themes and key maps in one language.</summary>
internal sealed record DeskWords
{
    public static DeskWords English { get; } = new()
    {
        Meaning = setting => setting switch
        {
            "language" => "Language of all texts",
            "theme" => "Colours; auto follows the terminal's background",
            "color" => "Whether there are colours at all",
            "ascii" => "Symbols written with ASCII characters",
            "ambiguous-wide" => "The terminal shows lines, arrows and Greek letters in two cells",
            "mouse" => "Whether the mouse works, where the terminal has one",
            "transcript" => "Sentences for screen readers instead of a screen",
            "learner" => "Whose progress is kept",
            _ => "File of the keys that differ from the program's",
        },
        ByDefault = "default",
        ByTerminal = "terminal",
        Settings = "Settings",
        Value = "value",
        Source = "from",
        NoValue = "none",
        FileOfSettings = "File of settings",
        NotThere = "not there; 'simulator settings --example' writes one",
        NoFolder = "There is no configuration folder, and so no file of settings.",
        ExampleTitle = file => $"Settings, to be kept as {file}. Take away the # before what you choose. Flags and the environment go before this file.",
        KeysTitle = file => $"All keys, to be kept as {file}. What you do not change may be left out; [] takes the keys from an action.",
        Changed = keys => keys.Length > 0 ? $"changed from {keys}" : "changed",
        NoKey = "no key",
        LessonKeys = "Stepping through a lesson",
        ClassKeys = "In front of a class",
        PickerKeys = "The list of lessons",
    };

    public static DeskWords Korean { get; } = new()
    {
        Meaning = setting => setting switch
        {
            "language" => "모든 글의 언어",
            "theme" => "색. auto는 터미널의 배경에 맞춥니다",
            "color" => "색을 쓸지",
            "ascii" => "기호를 ASCII 문자로 쓰기",
            "ambiguous-wide" => "터미널이 선, 화살표, 그리스 문자를 두 칸에 그릴 때 켭니다",
            "mouse" => "마우스를 쓸지. 터미널에 마우스가 있을 때만 쓰입니다",
            "transcript" => "화면 대신 낭독기에 맞는 문장으로 보여 주기",
            "learner" => "누구의 진도를 기록할지",
            _ => "바꾸어 쓸 키를 적은 파일",
        },
        ByDefault = "기본값",
        ByTerminal = "터미널",
        Settings = "설정",
        Value = "값",
        Source = "정한 곳",
        NoValue = "없음",
        FileOfSettings = "설정 파일",
        NotThere = "없습니다. 'simulator settings --example'로 만들 수 있습니다",
        NoFolder = "설정 폴더가 없어서 설정 파일도 없습니다.",
        ExampleTitle = file => $"설정입니다. {file} 파일로 두면 됩니다. 고른 줄 앞의 #을 지우세요. 명령줄 옵션과 환경 변수가 이 파일보다 먼저입니다.",
        KeysTitle = file => $"모든 키입니다. {file} 파일로 두면 됩니다. 바꾸지 않은 줄은 지워도 됩니다. []라고 쓰면 키가 없어집니다.",
        Changed = keys => keys.Length > 0 ? $"바뀜, 원래 {keys}" : "바뀜",
        NoKey = "키 없음",
        LessonKeys = "강의에서",
        ClassKeys = "수업에서",
        PickerKeys = "강의 목록에서",
    };

    /// <summary>What a setting is for, given its name.</summary>
    public required Func<string, string> Meaning { get; init; }

    /// <summary>That nobody chose a value.</summary>
    public required string ByDefault { get; init; }

    /// <summary>That the terminal's background decides.</summary>
    public required string ByTerminal { get; init; }

    public required string Settings { get; init; }

    public required string Value { get; init; }

    /// <summary>The heading of where values come from.</summary>
    public required string Source { get; init; }

    public required string NoValue { get; init; }

    public required string FileOfSettings { get; init; }

    /// <summary>That the file is not there, and how to begin one.</summary>
    public required string NotThere { get; init; }

    public required string NoFolder { get; init; }

    /// <summary>What the example is, given the name it is kept by.</summary>
    public required Func<string, string> ExampleTitle { get; init; }

    /// <summary>The same of a key map file.</summary>
    public required Func<string, string> KeysTitle { get; init; }

    /// <summary>That an action is on other keys than those given, which may be none.</summary>
    public required Func<string, string> Changed { get; init; }

    public required string NoKey { get; init; }

    public required string LessonKeys { get; init; }

    public required string ClassKeys { get; init; }

    public required string PickerKeys { get; init; }
}
