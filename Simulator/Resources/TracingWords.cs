namespace Simulator.Resources;

/// <summary>The words of breakpoints, watches, changes and provenance in one language.</summary>
internal sealed record TracingWords
{
    public static TracingWords English { get; } = new()
    {
        Breakpoints = "Breakpoints",
        NoBreakpoints = "No breakpoints yet. Press b on a number, or B to type one: z1, w5+, loss < 0.01, o1 crosses 0.5, NaN.",
        NothingToStopAt = "There is no breakpoint that is switched on; b sets one.",
        BreakpointSet = name => $"Breakpoint set: {name}. c goes there.",
        BreakpointRemoved = name => $"Breakpoint removed: {name}.",
        WhenComputed = "computed",
        WhenChanged = "changes",
        Off = "off",
        Meaningless = part => $"'{part}' means nothing here.",
        Unfinished = text => $"Write it like loss < 0.01; nothing follows '{text}'.",
        WriteLike = "Write it like loss < 0.01 or z1.",
        NoIteration = text => $"'{text}' names an iteration, but a breakpoint holds in all of them.",
        NotStored = name => $"Training does not compute {name}; choose a number that it is made of.",
        Continuing = "continuing to the next breakpoint",
        ContinuingBack = "going back to the last breakpoint",
        Hit = (name, change) => $"Stopped at {name}: {change}",
        NoneAhead = iteration => $"No breakpoint is met from here to the end, iteration {iteration}.",
        NoneBehind = "No breakpoint is met from here back to the start.",
        HoldsAlready = "The condition already holds here; C goes back to where it began.",
        HitsFewer = (found, wanted) => $"Only {found} of {wanted} stops were there.",
        Before = value => $"before {value}",
        Prediction = "prediction",
        SearchingChange = name => $"looking for the last change of {name}",
        SearchingNextChange = name => $"looking for the next change of {name}",
        Changed = (name, change, iteration) => $"{name} changed in iteration {iteration}: {change}",
        NeverChanged = name => $"{name} has had this value from the start.",
        NoEarlierChange = name => $"{name} got this value at this very step; there is no change before it.",
        NeverChanges = (name, iteration) => $"{name} keeps this value to the end, iteration {iteration}.",
        NothingLookedAt = "There is no number here yet; go on one step, or choose one.",
        Watches = "Watches",
        NoWatches = "No watches yet. Press w on a number, or W to type one.",
        Watched = name => $"Watching {name}.",
        NotWatched = name => $"No longer watching {name}.",
        PrepareHistory = "running through all iterations for the watches",
        NoHistory = "no run of all iterations yet",
        Provenance = "Where from, where to",
        ChainRule = "chain rule",
        MadeFrom = "made from",
        UsedBy = "used by",
        MoreOf = count => $"+{count} more",
        NothingUses = "nothing",
        RemoveChosen = "There is no row to remove; choose one with the arrows.",
        NothingUnfolds = "Nothing unfolds here; p shows where a number comes from.",
        ChooseRow = "Choose a row with ↓ first.",
        NextPanel = "P next panel",
        BreakVerb = "stop whenever a number is computed, or where a condition begins to hold",
        WatchVerb = "watch a number",
        BreakArgument = "loss < 0.01",
        WatchArgument = "w5",
    };

    public static TracingWords Korean { get; } = new()
    {
        Breakpoints = "중단점",
        NoBreakpoints = "아직 중단점이 없습니다. 숫자에서 b를 누르거나 B를 눌러 입력하세요: z1, w5+, loss < 0.01, o1 crosses 0.5, NaN.",
        NothingToStopAt = "켜진 중단점이 없습니다. b를 누르면 생깁니다.",
        BreakpointSet = name => $"중단점을 놓았습니다: {name}. c를 누르면 거기까지 갑니다.",
        BreakpointRemoved = name => $"중단점을 지웠습니다: {name}.",
        WhenComputed = "계산할 때",
        WhenChanged = "바뀔 때",
        Off = "꺼짐",
        Meaningless = part => $"'{part}'의 뜻을 알 수 없습니다.",
        Unfinished = text => $"'{text}' 뒤가 비었습니다. loss < 0.01처럼 쓰세요.",
        WriteLike = "loss < 0.01이나 z1처럼 쓰세요.",
        NoIteration = text => $"'{text}'에 이터레이션이 적혀 있습니다. 중단점은 모든 이터레이션에서 멈춥니다.",
        NotStored = name => $"{name} 값은 학습 중에 계산하지 않습니다. 이 값을 이루는 숫자를 고르세요.",
        Continuing = "다음 중단점까지 계속하는 중",
        ContinuingBack = "이전 중단점까지 되돌아가는 중",
        Hit = (name, change) => $"{name}에서 멈춤: {change}",
        NoneAhead = iteration => $"여기서 끝(이터레이션 {iteration})까지 멈출 곳이 없습니다.",
        NoneBehind = "여기서 처음까지 되돌아가도 멈출 곳이 없습니다.",
        HoldsAlready = "조건이 이미 맞습니다. 맞기 시작한 곳은 C를 누르면 보입니다.",
        HitsFewer = (found, wanted) => $"멈출 곳이 {wanted}개 중 {found}개뿐입니다.",
        Before = value => $"이전 {value}",
        Prediction = "예측",
        SearchingChange = name => $"{name}의 마지막 변화를 찾는 중",
        SearchingNextChange = name => $"{name}의 다음 변화를 찾는 중",
        Changed = (name, change, iteration) => $"이터레이션 {iteration}에서 바뀐 {name}: {change}",
        NeverChanged = name => $"{name}의 값은 처음부터 그대로입니다.",
        NoEarlierChange = name => $"{name}의 지금 값은 이 단계에서 나왔습니다. 이보다 앞선 변화는 없습니다.",
        NeverChanges = (name, iteration) => $"{name}의 값은 끝(이터레이션 {iteration})까지 그대로입니다.",
        NothingLookedAt = "여기에는 아직 숫자가 없습니다. 한 단계 나아가거나 숫자를 고르세요.",
        Watches = "지켜보는 숫자",
        NoWatches = "아직 지켜보는 숫자가 없습니다. 숫자에서 w를 누르거나 W를 눌러 입력하세요.",
        Watched = name => $"{name} 값을 지켜봅니다.",
        NotWatched = name => $"{name} 값을 더는 지켜보지 않습니다.",
        PrepareHistory = "지켜보는 숫자를 위해 모든 이터레이션을 계산하는 중",
        NoHistory = "모든 이터레이션을 아직 계산하지 않음",
        Provenance = "어디서 와서 어디로",
        ChainRule = "연쇄 법칙",
        MadeFrom = "이 숫자를 만든 것",
        UsedBy = "이 숫자를 쓰는 것",
        MoreOf = count => $"+{count}개 더",
        NothingUses = "없음",
        RemoveChosen = "지울 줄이 없습니다. 화살표로 먼저 고르세요.",
        NothingUnfolds = "여기서는 펼칠 것이 없습니다. p를 누르면 숫자의 출처가 보입니다.",
        ChooseRow = "먼저 ↓로 줄을 고르세요.",
        NextPanel = "P 다음 창",
        BreakVerb = "숫자를 계산할 때마다, 또는 조건이 맞기 시작할 때 멈추기",
        WatchVerb = "숫자 지켜보기",
        BreakArgument = "loss < 0.01",
        WatchArgument = "w5",
    };

    public required string Breakpoints { get; init; }

    /// <summary>What to do where there are none.</summary>
    public required string NoBreakpoints { get; init; }

    public required string NothingToStopAt { get; init; }

    public required Func<string, string> BreakpointSet { get; init; }

    public required Func<string, string> BreakpointRemoved { get; init; }

    /// <summary>When a breakpoint on a number stops, in one or two words.</summary>
    public required string WhenComputed { get; init; }

    /// <summary>The same for a number that only an update changes.</summary>
    public required string WhenChanged { get; init; }

    public required string Off { get; init; }

    /// <summary>The part of a text at which it stops being a number or a condition.</summary>
    public required Func<string, string> Meaningless { get; init; }

    /// <summary>A text that may become a condition.</summary>
    public required Func<string, string> Unfinished { get; init; }

    public required string WriteLike { get; init; }

    public required Func<string, string> NoIteration { get; init; }

    public required Func<string, string> NotStored { get; init; }

    public required string Continuing { get; init; }

    public required string ContinuingBack { get; init; }

    /// <summary>The breakpoint, and the number that met it.</summary>
    public required Func<string, string, string> Hit { get; init; }

    public required Func<int, string> NoneAhead { get; init; }

    public required string NoneBehind { get; init; }

    /// <summary>That a condition is so already, where it begins to be nowhere ahead.</summary>
    public required string HoldsAlready { get; init; }

    public required Func<int, int, string> HitsFewer { get; init; }

    public required Func<string, string> Before { get; init; }

    public required string Prediction { get; init; }

    public required Func<string, string> SearchingChange { get; init; }

    public required Func<string, string> SearchingNextChange { get; init; }

    /// <summary>The number, its change and the iteration of it.</summary>
    public required Func<string, string, int, string> Changed { get; init; }

    public required Func<string, string> NeverChanged { get; init; }

    /// <summary>A number that became what it is where one is.</summary>
    public required Func<string, string> NoEarlierChange { get; init; }

    public required Func<string, int, string> NeverChanges { get; init; }

    public required string NothingLookedAt { get; init; }

    public required string Watches { get; init; }

    public required string NoWatches { get; init; }

    public required Func<string, string> Watched { get; init; }

    public required Func<string, string> NotWatched { get; init; }

    public required string PrepareHistory { get; init; }

    /// <summary>What stands in place of a sparkline that is not there.</summary>
    public required string NoHistory { get; init; }

    public required string Provenance { get; init; }

    public required string ChainRule { get; init; }

    public required string MadeFrom { get; init; }

    public required string UsedBy { get; init; }

    public required Func<int, string> MoreOf { get; init; }

    public required string NothingUses { get; init; }

    public required string RemoveChosen { get; init; }

    public required string NothingUnfolds { get; init; }

    public required string ChooseRow { get; init; }

    /// <summary>The key that leads to the next panel and from the last to the first, as a part of titles.</summary>
    public required string NextPanel { get; init; }

    public required string BreakVerb { get; init; }

    public required string WatchVerb { get; init; }

    public required string BreakArgument { get; init; }

    public required string WatchArgument { get; init; }
}
