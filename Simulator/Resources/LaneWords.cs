namespace Simulator.Resources;

/// <summary>The words of branches and of two lanes side by side.</summary>
internal sealed record LaneWords
{
    public static LaneWords English { get; } = new()
    {
        Name = "Two lanes",
        Original = "as in the lesson",
        FromIteration = (title, iteration) => $"{title} from iteration {iteration}",
        Decimals = count => count == 1 ? "by hand, 1 decimal" : $"by hand, {count} decimals",
        Digits = count => count == 1 ? "by hand, 1 significant digit" : $"by hand, {count} significant digits",
        Set = "change something from this iteration on, as a branch",
        Compare = "the same lesson with something else, beside this one",
        SetDecimals = "by hand: round every step to so many decimals, beside full precision",
        SetDigits = "by hand: round every step to so many significant digits, beside full precision",
        Branching = title => $"branching: {title}",
        Branched = title => $"Branch: {title}. u takes it back, = shows both, \\ switches.",
        UnknownSetting = (text, nearest) => $"Nothing is called '{text}'; {(nearest.Length > 0 ? $"did you mean {nearest}?" : "e lists what can be changed.")}",
        UnfinishedSetting = text => text.Length == 0 ? "Write what to change, such as alpha = 0.1." : $"A value is missing after '{text}'; write it like alpha = 0.1.",
        NotANumber = text => $"'{text}' is not a number; write one like 0.5 or -2.",
        ComputedNumber = (text, given) => $"{text} is computed; change what it is made from{(given.Length > 0 ? $", such as {given}" : "")}.",
        UnknownChoice = (text, known) => $"'{text}' is none of these: {known}.",
        Problem = (found, expected, remedy) => $"{char.ToUpperInvariant(remedy[0])}{remedy[1..]}: found {found}, expected {expected}.",
        MoreProblems = count => $"(+{count} more)",
        SetBeside = title => $"Beside: {title}. \\ switches, = closes.",
        NothingToUndo = "This is the lesson itself; there is no branch to take back.",
        NothingToRedo = "No branch has been taken back.",
        Undone = title => $"Taken back: {title}. U restores it.",
        OnlyOne = "There is one lane only; e changes something and makes another.",
        NowIn = title => $"Lane: {title}.",
        NotBeside = "Choose two lanes first: e changes something, r computes by hand, :compare takes settings.",
        Number = "number",
        First = "first",
        Largest = "largest",
        Comparing = "looking for where the lanes part",
        Part = (iteration, number, left, right) => $"The lanes part in iteration {iteration}, at {number}: {left} in A, {right} in B.",
        SameThroughout = "Both lanes have the same numbers in all iterations that both have.",
        NotSearched = "Where the lanes part has not been looked for; F5 does.",
        FirstHere = (number, difference) => $"In this iteration first at {number}: {difference}.",
        LargestHere = (number, difference) => $"In this iteration largest at {number}: {difference}.",
        SameHere = "Everything computed in this iteration so far is the same.",
        NotThere = "The other lane does not have this iteration.",
        SettingName = key => key switch
        {
            "alpha" => "learning rate",
            "optimizer" or "loss" or "iterations" or "seed" => "",
            "decimals" => "by hand: decimals of every step",
            "digits" => "by hand: significant digits of every step",
            _ => "",
        },
        WrongCount = (text, least, most) => $"Write a whole number from {least} to {most}, not '{text}'.",
    };

    public static LaneWords Korean { get; } = new()
    {
        Name = "두 갈래 비교",
        Original = "강의 그대로",
        FromIteration = (title, iteration) => $"{title} (이터레이션 {iteration}부터)",
        Decimals = count => $"손 계산, 소수 {count}자리",
        Digits = count => $"손 계산, 유효숫자 {count}자리",
        Set = "숫자나 설정을 바꾸어 이 이터레이션부터 갈래 만들기",
        Compare = "같은 강의를 다른 설정으로 나란히 보기",
        SetDecimals = "손 계산: 단계마다 소수 몇 자리로 반올림하여 나란히 보기",
        SetDigits = "손 계산: 단계마다 유효숫자 몇 자리로 반올림하여 나란히 보기",
        Branching = title => $"갈래 만드는 중: {title}",
        Branched = title => $"갈래: {title}. u로 취소하고, =로 나란히 보고, \\로 오갑니다.",
        UnknownSetting = (text, nearest) => nearest.Length > 0 ? $"'{text}': 없는 이름입니다. 혹시 {nearest}인가요?" : $"'{text}': 바꿀 수 없습니다. e를 누르면 바꿀 수 있는 것이 보입니다.",
        UnfinishedSetting = text => text.Length == 0 ? "무엇을 바꿀지 쓰세요. 보기: alpha = 0.1" : $"'{text}' 뒤에 값이 빠졌습니다. alpha = 0.1처럼 쓰세요.",
        NotANumber = text => $"'{text}': 수가 아닙니다. 0.5나 -2처럼 쓰세요.",
        ComputedNumber = (text, given) => $"{text}: 계산되는 값이라 바꿀 수 없습니다. {(given.Length > 0 ? $"{given} 같은 " : "")}가중치나 데이터를 바꾸세요.",
        UnknownChoice = (text, known) => $"'{text}': 없는 이름입니다. 쓸 수 있는 것: {known}",
        Problem = (found, expected, remedy) => $"이대로는 바꿀 수 없습니다. ({remedy}: found {found}, expected {expected})",
        MoreProblems = count => $"(그 밖에 {count}개)",
        SetBeside = title => $"나란히: {title}. \\로 건너가고 =로 닫습니다.",
        NothingToUndo = "강의 원본입니다. 취소할 갈래가 없습니다.",
        NothingToRedo = "취소한 갈래가 없습니다.",
        Undone = title => $"취소했습니다: {title}. U를 누르면 되살립니다.",
        OnlyOne = "갈래가 하나뿐입니다. e로 무언가를 바꾸면 갈래가 생깁니다.",
        NowIn = title => $"갈래: {title}.",
        NotBeside = "먼저 두 갈래를 고르세요. e는 바꾸기, r은 손 계산, :compare는 설정 비교입니다.",
        Number = "숫자",
        First = "처음",
        Largest = "최대",
        Comparing = "두 갈래가 갈라지는 곳을 찾는 중",
        Part = (iteration, number, left, right) => $"이터레이션 {iteration}의 {number}에서 갈라집니다: A {left}, B {right}.",
        SameThroughout = "두 갈래에 다 있는 이터레이션에서는 숫자가 모두 같습니다.",
        NotSearched = "갈라지는 곳을 아직 찾지 않았습니다. F5를 누르면 찾습니다.",
        FirstHere = (number, difference) => $"이 이터레이션에서 처음 다른 곳 {number}: {difference}.",
        LargestHere = (number, difference) => $"이 이터레이션에서 가장 큰 차이 {number}: {difference}.",
        SameHere = "이 이터레이션에서 계산한 값은 아직 모두 같습니다.",
        NotThere = "다른 갈래에는 이 이터레이션이 없습니다.",
        SettingName = key => key switch
        {
            "alpha" => "학습률",
            "optimizer" => "옵티마이저",
            "loss" => "손실 함수",
            "iterations" => "이터레이션 수",
            "seed" => "난수 씨앗",
            "decimals" => "손 계산: 소수 자릿수",
            "digits" => "손 계산: 유효숫자 자릿수",
            ['a', 'c', 't', 'i', 'v', ..] => "층의 활성화 함수",
            _ => "",
        },
        WrongCount = (text, least, most) => $"{least}부터 {most}까지의 정수를 쓰세요: '{text}'.",
    };

    public required string Name { get; init; }

    public required string Original { get; init; }

    public required Func<string, int, string> FromIteration { get; init; }

    public required Func<int, string> Decimals { get; init; }

    public required Func<int, string> Digits { get; init; }

    public required string Set { get; init; }

    public required string Compare { get; init; }

    public required string SetDecimals { get; init; }

    public required string SetDigits { get; init; }

    public required Func<string, string> Branching { get; init; }

    public required Func<string, string> Branched { get; init; }

    /// <summary>That nothing has a name, and which is near, if any.</summary>
    public required Func<string, string, string> UnknownSetting { get; init; }

    public required Func<string, string> UnfinishedSetting { get; init; }

    public required Func<string, string> NotANumber { get; init; }

    /// <summary>That a number is computed, and a given one that it is made from.</summary>
    public required Func<string, string, string> ComputedNumber { get; init; }

    public required Func<string, string, string> UnknownChoice { get; init; }

    /// <summary>Any other problem: what was found, what was expected, what to do.</summary>
    public required Func<string, string, string, string> Problem { get; init; }

    /// <summary>What a setting is, in words; empty where its key says it.</summary>
    public required Func<string, string> SettingName { get; init; }

    public required Func<int, string> MoreProblems { get; init; }

    public required Func<string, string> SetBeside { get; init; }

    public required string NothingToUndo { get; init; }

    public required string NothingToRedo { get; init; }

    public required Func<string, string> Undone { get; init; }

    public required string OnlyOne { get; init; }

    public required Func<string, string> NowIn { get; init; }

    public required string NotBeside { get; init; }

    public required string Number { get; init; }

    public required string First { get; init; }

    public required string Largest { get; init; }

    public required string Comparing { get; init; }

    public required Func<int, string, string, string, string> Part { get; init; }

    public required string SameThroughout { get; init; }

    public required string NotSearched { get; init; }

    public required Func<string, string, string> FirstHere { get; init; }

    public required Func<string, string, string> LargestHere { get; init; }

    public required string SameHere { get; init; }

    public required string NotThere { get; init; }

    public required Func<string, int, int, string> WrongCount { get; init; }
}
