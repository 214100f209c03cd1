namespace Simulator.Resources;

/// <summary>The words of branches and of two lanes side by side.</summary>
internal sealed record LaneWords
{
    public static LaneWords English { get; } = new()
    {
        Name = "two lanes",
        Original = "as in the lesson",
        FromIteration = (title, iteration) => $"{title} from iteration {iteration}",
        Decimals = count => count == 1 ? "by hand, 1 decimal" : $"by hand, {count} decimals",
        Digits = count => count == 1 ? "by hand, 1 significant digit" : $"by hand, {count} significant digits",
        Set = "change something from this iteration on, as a branch",
        Compare = "the same lesson with something else, beside this one",
        SetDecimals = "by hand: round every step to so many decimals, beside full precision",
        SetDigits = "by hand: round every step to so many significant digits, beside full precision",
        Branching = title => $"branching: {title}",
        Branched = title => $"Branch: {title}. u takes it back, = shows both, \\ changes over.",
        Problem = (found, expected, remedy) => $"Found {found}; expected {expected}; {remedy}.",
        MoreProblems = count => $"(+{count} more)",
        SetBeside = title => $"Beside: {title}. \\ changes over, = closes.",
        NothingToUndo = "This is the lesson itself; there is no branch to take back.",
        NothingToRedo = "No branch has been taken back.",
        Undone = title => $"Taken back: {title}. U brings it again.",
        OnlyOne = "There is one lane only; e changes something and makes another.",
        NowIn = title => $"Lane: {title}.",
        NotBeside = "Choose two lanes first: e changes something, r computes by hand, :compare takes settings.",
        Left = "this",
        Right = "other",
        Difference = "difference",
        Number = "number",
        First = "first",
        Largest = "largest",
        Comparing = "looking for where the lanes part",
        Part = (iteration, number, left, right) => $"The lanes part in iteration {iteration}, at {number}: {left} here, {right} there.",
        SameThroughout = "Both lanes have the same numbers throughout.",
        NotSearched = "Where the lanes part has not been looked for; F5 does.",
        FirstHere = (number, difference) => $"In this iteration first at {number}: {difference}.",
        LargestHere = (number, difference) => $"Largest so far at {number}: {difference}.",
        SameHere = "No difference in this iteration so far.",
        NotThere = "The other lane begins later.",
        WrongCount = (text, most) => $"Found '{text}'; expected a whole number from 0 to {most}.",
    };

    public static LaneWords Korean { get; } = new()
    {
        Name = "두 갈래 비교",
        Original = "강의 그대로",
        FromIteration = (title, iteration) => $"{title} (이터레이션 {iteration}부터)",
        Decimals = count => $"손 계산, 소수 {count}자리",
        Digits = count => $"손 계산, 유효숫자 {count}자리",
        Set = "이 이터레이션부터 무언가를 바꾸어 갈래 만들기",
        Compare = "설정만 다른 같은 강의를 나란히 놓기",
        SetDecimals = "손 계산: 단계마다 소수 몇 자리로 반올림하여 나란히 보기",
        SetDigits = "손 계산: 단계마다 유효숫자 몇 자리로 반올림하여 나란히 보기",
        Branching = title => $"갈래 만드는 중: {title}",
        Branched = title => $"갈래: {title}. u로 되돌리고, =로 나란히 보고, \\로 오갑니다.",
        Problem = (found, expected, remedy) => $"입력: {found}; 기대: {expected}; {remedy}.",
        MoreProblems = count => $"(그 밖에 {count}개)",
        SetBeside = title => $"나란히: {title}. \\로 건너가고 =로 닫습니다.",
        NothingToUndo = "강의 원본입니다. 되돌릴 갈래가 없습니다.",
        NothingToRedo = "되돌린 갈래가 없습니다.",
        Undone = title => $"되돌렸습니다: {title}. U를 누르면 다시 나옵니다.",
        OnlyOne = "갈래가 하나뿐입니다. e로 무언가를 바꾸면 갈래가 생깁니다.",
        NowIn = title => $"갈래: {title}.",
        NotBeside = "먼저 두 갈래를 고르세요. e는 바꾸기, r은 손 계산, :compare는 설정 비교입니다.",
        Left = "이쪽",
        Right = "저쪽",
        Difference = "차이",
        Number = "숫자",
        First = "처음",
        Largest = "최대",
        Comparing = "두 갈래가 갈라지는 곳을 찾는 중",
        Part = (iteration, number, left, right) => $"이터레이션 {iteration}의 {number}에서 갈라집니다: 이쪽 {left}, 저쪽 {right}.",
        SameThroughout = "두 갈래의 숫자가 처음부터 끝까지 같습니다.",
        NotSearched = "갈라지는 곳을 아직 찾지 않았습니다. F5를 누르면 찾습니다.",
        FirstHere = (number, difference) => $"이 이터레이션에서 처음 다른 곳 {number}: {difference}.",
        LargestHere = (number, difference) => $"지금까지 가장 큰 차이 {number}: {difference}.",
        SameHere = "이 이터레이션에서는 아직 차이가 없습니다.",
        NotThere = "저쪽 갈래는 더 뒤에서 시작합니다.",
        WrongCount = (text, most) => $"'{text}'은(는) 쓸 수 없습니다. 0부터 {most}까지의 정수를 쓰세요.",
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

    public required Func<string, string, string, string> Problem { get; init; }

    public required Func<int, string> MoreProblems { get; init; }

    public required Func<string, string> SetBeside { get; init; }

    public required string NothingToUndo { get; init; }

    public required string NothingToRedo { get; init; }

    public required Func<string, string> Undone { get; init; }

    public required string OnlyOne { get; init; }

    public required Func<string, string> NowIn { get; init; }

    public required string NotBeside { get; init; }

    public required string Left { get; init; }

    public required string Right { get; init; }

    public required string Difference { get; init; }

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

    public required Func<string, int, string> WrongCount { get; init; }
}
