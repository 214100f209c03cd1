namespace Simulator.Resources;

/// <summary>The words of the welcome in one language; keys are put in as the key map has them.</summary>
internal sealed record WelcomeWords
{
    public static WelcomeWords English { get; } = new()
    {
        Title = "Welcome",
        Forward = key => $"{key} goes on: the next number is computed. Press it.",
        Back = key => $"{key} goes back in time, to before that number was computed. Press it.",
        Choose = key => $"{key} chooses a number in the formula. Press it.",
        Follow = key => $"{key} follows the chosen number to where it was made. Press it.",
        Return = key => $"Here the number was made. {key} returns to where you were. Press it.",
        GoTo = (key, answer, hint) => $"{key} goes to any number: type {key} o1 and press Enter. When a question is asked, {answer} answers it and {hint} gives a hint.",
        Help = (help, leave) => $"{help} shows all keys, Esc closes them; {leave} leaves a lesson. Press {help}, then Esc.",
        NothingHere = key => $"Nothing is computed here, so there is no formula. Press {key} first.",
        Skip = key => $"{key} skips this",
        OtherLanguage = key => $"{key} 한국어",
        Done = key => $"That is all. The list of lessons opens with {key}.",
        DoneAgain = "That is all.",
        Skipped = key => $"{key} shows the welcome again.",
    };

    public static WelcomeWords Korean { get; } = new()
    {
        Title = "처음 오셨군요",
        Forward = key => $"{key} 키를 누르면 다음 숫자가 계산됩니다. 눌러 보세요.",
        Back = key => $"{key} 키를 누르면 방금 그 숫자를 계산하기 전으로 시간을 되돌립니다. 눌러 보세요.",
        Choose = key => $"{key} 키로 식에 나오는 숫자를 고릅니다. 눌러 보세요.",
        Follow = key => $"{key} 키를 누르면 고른 숫자가 계산된 곳으로 따라갑니다. 눌러 보세요.",
        Return = key => $"고른 숫자가 계산된 곳입니다. {key} 키를 누르면 있던 곳으로 돌아갑니다. 눌러 보세요.",
        GoTo = (key, answer, hint) => $"{key} 키로 어느 숫자로든 갈 수 있습니다. {key} o1을 치고 Enter를 누르세요. 문제가 나오면 {answer} 키로 답하고 {hint} 키로 힌트를 봅니다.",
        Help = (help, leave) => $"{help} 키를 누르면 모든 키가 보이고 Esc 키로 닫습니다. {leave} 키는 강의에서 나갑니다. {help} 키를 누른 다음 Esc 키로 닫아 보세요.",
        NothingHere = key => $"여기에는 아직 계산된 숫자가 없어 식도 없습니다. 먼저 {key} 키를 누르세요.",
        Skip = key => $"{key} 건너뛰기",
        OtherLanguage = key => $"{key} English",
        Done = key => $"이것으로 끝입니다. {key} 키를 누르면 강의 목록이 열립니다.",
        DoneAgain = "이것으로 끝입니다.",
        Skipped = key => $"{key} 키를 누르면 이 안내가 다시 나옵니다.",
    };

    public required string Title { get; init; }

    public required Func<string, string> Forward { get; init; }

    public required Func<string, string> Back { get; init; }

    public required Func<string, string> Choose { get; init; }

    public required Func<string, string> Follow { get; init; }

    public required Func<string, string> Return { get; init; }

    public required Func<string, string, string, string> GoTo { get; init; }

    public required Func<string, string, string> Help { get; init; }

    public required Func<string, string> NothingHere { get; init; }

    public required Func<string, string> Skip { get; init; }

    public required Func<string, string> OtherLanguage { get; init; }

    public required Func<string, string> Done { get; init; }

    public required string DoneAgain { get; init; }

    public required Func<string, string> Skipped { get; init; }
}
