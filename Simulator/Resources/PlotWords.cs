namespace Simulator.Resources;

/// <summary>The words of the plots in one language.</summary>
internal sealed record PlotWords
{
    public required string Curves { get; init; }

    public required string Boundary { get; init; }

    /// <summary>What an output's numbers over the plane of the inputs are called where there are no classes to decide between.</summary>
    public required Func<string, string> OverInputs { get; init; }

    public required string Function { get; init; }

    public required string Histogram { get; init; }

    public required string Surface { get; init; }

    public required string SurfaceOver { get; init; }

    public required Func<string, string> TwoWeights { get; init; }

    public required string Recording { get; init; }

    public required string ComputingSurface { get; init; }

    /// <summary>What stands at an axis with a logarithmic scale.</summary>
    public required string LogarithmicScale { get; init; }

    /// <summary>The loss of the whole iteration, which is shown before the moment has come to it.</summary>
    public required string LossOfIteration { get; init; }

    /// <summary>The mean of the losses of an epoch's iterations.</summary>
    public required string LossOfEpoch { get; init; }

    /// <summary>What a metric of a kind is called.</summary>
    public required Func<string, string> Metric { get; init; }

    public required string NoFunction { get; init; }

    public required string NoFunctionHere { get; init; }

    public required string FunctionOfWholeLayer { get; init; }

    /// <summary>What the mark on an activation function is.</summary>
    public required string ValueNow { get; init; }

    /// <summary>What the mark on its derivative is.</summary>
    public required string SlopeNow { get; init; }

    /// <summary>What a hollow mark is, by what it is going to be.</summary>
    public required Func<string, string> GoingToBe { get; init; }

    /// <summary>What the small marks at the axis of an activation function are.</summary>
    public required string OtherUnits { get; init; }

    public required string NotTwoInputs { get; init; }

    public required string NotOneRow { get; init; }

    public required string InputsAreChoices { get; init; }

    /// <summary>What a mark of the class with the number is; how many samples it stands for.</summary>
    public required Func<int, string> ClassOf { get; init; }

    public required string WrongSamples { get; init; }

    public required string CurrentSample { get; init; }

    public required Func<int, int, string> RightOf { get; init; }

    public required string MeanSize { get; init; }

    public required string Smallest { get; init; }

    public required string Largest { get; init; }

    /// <summary>How many numbers are known of how many.</summary>
    public required Func<int, int, string> KnownOf { get; init; }

    public required string NotComputedYet { get; init; }

    public required Func<string, string> Saturated { get; init; }

    public required Func<int, string> Dead { get; init; }

    public required Func<int, string> Zeros { get; init; }

    public required Func<int, string> NotFinite { get; init; }

    public required string SizeOfGradients { get; init; }

    public required string Numbers { get; init; }

    public required string NoLayer { get; init; }

    public required string FewerThanTwoWeights { get; init; }

    /// <summary>The text is no weight.</summary>
    public required Func<string, string> NotAWeight { get; init; }

    /// <summary>A weight was named twice.</summary>
    public required Func<string, string> SameWeight { get; init; }

    public required string SurfaceNotReady { get; init; }

    public required string PathNotReady { get; init; }

    public required string CurvesNotReady { get; init; }

    public required Func<int, string> OverAllSamples { get; init; }

    public required Func<int, string> OverBatch { get; init; }

    /// <summary>What the parameters are that a loss surface does not lie over.</summary>
    public required string OthersAsNow { get; init; }

    /// <summary>That the path is not where the losses on it were.</summary>
    public required string PathProjected { get; init; }

    public required string PathHere { get; init; }

    public required string PathStart { get; init; }

    public required string NoFiniteNumbers { get; init; }

    /// <summary>What ? means where a picture has no finite number.</summary>
    public required string NotFiniteThere { get; init; }

    public static PlotWords English { get; } = new()
    {
        Curves = "Loss and metrics",
        Boundary = "Decision boundary",
        OverInputs = output => $"{output} over the inputs",
        Function = "Activation function",
        Histogram = "Activations and gradients",
        Surface = "Loss surface",
        SurfaceOver = "the loss surface over two weights, and the path on it",
        TwoWeights = text => $"Found '{text}'; expected two weights, such as w1 w5.",
        Recording = "recording the whole training",
        ComputingSurface = "computing the loss surface",
        LogarithmicScale = "log scale",
        LossOfIteration = "this iteration's loss",
        LossOfEpoch = "this epoch's mean loss",
        Metric = name => name,
        NoFunction = "No layer of this network has an activation function of each unit by itself.",
        NoFunctionHere = "This number has no activation function. Go to one such as z1 or h1.",
        FunctionOfWholeLayer = "Softmax has no curve: every output depends on all sums of its layer.",
        ValueNow = "value",
        SlopeNow = "slope",
        GoingToBe = name => $"{name}, not computed yet",
        OtherUnits = "other units of the layer",
        NotTwoInputs = "A decision boundary can be drawn for networks with two inputs only.",
        NotOneRow = "A decision boundary can be drawn only where the network answers each sample with one row of numbers.",
        InputsAreChoices = "The inputs are numbers of words or classes: there is nothing between them to draw.",
        ClassOf = number => $"class {number}",
        WrongSamples = "hollow: answered wrong",
        CurrentSample = "current sample",
        RightOf = (right, all) => $"{right} of {all} right",
        MeanSize = "mean |·|",
        Smallest = "min",
        Largest = "max",
        KnownOf = (known, all) => $"{known} of {all} known",
        NotComputedYet = "not computed yet",
        Saturated = share => $"saturated {share}",
        Dead = count => $"dead {count}",
        Zeros = count => $"zero {count}",
        NotFinite = count => $"not finite {count}",
        SizeOfGradients = "log10 |gradient|",
        Numbers = "count",
        NoLayer = "This network has no layer whose numbers could be counted.",
        FewerThanTwoWeights = "A loss surface needs two different weights; this network has fewer that training changes.",
        NotAWeight = text => $"{text} is no weight that training changes.",
        SameWeight = text => $"A loss surface needs two different weights, not {text} twice.",
        SurfaceNotReady = "The surface of so large a network takes a moment; it has not been computed yet.",
        PathNotReady = "path not computed yet",
        CurvesNotReady = "The curves need one run through all iterations, which has not been made yet.",
        OverAllSamples = count => count == 1 ? "loss of the only sample" : $"loss over all {count} samples",
        OverBatch = count => count == 1 ? "loss of the current sample" : $"loss of this iteration's {count} samples",
        OthersAsNow = "other parameters as now",
        PathProjected = "path projected",
        PathHere = "now",
        PathStart = "start",
        NotFiniteThere = "no finite number",
        NoFiniteNumbers = "There is no finite number to draw.",
    };

    public static PlotWords Korean { get; } = new()
    {
        Curves = "손실과 지표 곡선",
        Boundary = "결정 경계",
        OverInputs = output => $"입력에 따른 {output}",
        Function = "활성화 함수",
        Histogram = "활성값과 기울기의 분포",
        Surface = "손실 곡면",
        SurfaceOver = "두 가중치 위의 손실 곡면과 그 위의 경로",
        TwoWeights = text => $"'{text}'은(는) 쓸 수 없습니다. w1 w5처럼 가중치 둘을 쓰세요.",
        Recording = "학습 전체를 기록하는 중",
        ComputingSurface = "손실 곡면을 계산하는 중",
        LogarithmicScale = "로그 눈금",
        LossOfIteration = "이 이터레이션의 손실",
        LossOfEpoch = "이 에포크의 평균 손실",
        Metric = name => name switch
        {
            "binary-accuracy" => "이진 정확도",
            "categorical-accuracy" => "범주형 정확도",
            "sparse-categorical-accuracy" => "희소 범주형 정확도",
            "subset-accuracy" => "전체 일치 정확도",
            "mean-absolute-error" => "평균 절대 오차",
            _ => name,
        },
        NoFunction = "이 신경망에는 뉴런마다 따로 적용하는 활성화 함수가 없습니다.",
        NoFunctionHere = "이 숫자에는 활성화 함수가 없습니다. z1이나 h1 같은 숫자로 가 보세요.",
        FunctionOfWholeLayer = "소프트맥스는 곡선으로 그릴 수 없습니다. 출력마다 그 층의 모든 가중합이 쓰입니다.",
        ValueNow = "지금 값",
        SlopeNow = "기울기",
        GoingToBe = name => $"{name}(계산 전)",
        OtherUnits = "같은 층의 다른 뉴런",
        NotTwoInputs = "결정 경계는 입력이 두 개인 신경망에서만 그릴 수 있습니다.",
        NotOneRow = "결정 경계는 샘플마다 숫자 한 줄로 답하는 신경망에서만 그릴 수 있습니다.",
        InputsAreChoices = "입력이 단어나 클래스의 번호라서 그 사이를 그릴 수 없습니다.",
        ClassOf = number => $"클래스 {number}",
        WrongSamples = "빈 표시: 틀린 답",
        CurrentSample = "지금 샘플",
        RightOf = (right, all) => $"{all}개 중 {right}개 맞음",
        MeanSize = "평균 |·|",
        Smallest = "최소",
        Largest = "최대",
        KnownOf = (known, all) => $"{all}개 중 {known}개 계산함",
        NotComputedYet = "아직 계산하지 않음",
        Saturated = share => $"포화 {share}",
        Dead = count => $"죽은 뉴런 {count}",
        Zeros = count => $"0인 값 {count}",
        NotFinite = count => $"유한하지 않은 값 {count}",
        SizeOfGradients = "log10 |기울기|",
        Numbers = "개수",
        NoLayer = "이 신경망에는 숫자를 세어 볼 층이 없습니다.",
        FewerThanTwoWeights = "손실 곡면에는 서로 다른 가중치 두 개가 있어야 합니다. 이 신경망에는 학습하는 가중치가 두 개가 되지 않습니다.",
        NotAWeight = text => $"{text}: 학습하는 가중치가 아닙니다.",
        SameWeight = text => $"{text}: 두 번 썼습니다. 서로 다른 가중치 두 개를 고르세요.",
        SurfaceNotReady = "신경망이 커서 곡면을 계산하는 데 시간이 조금 걸립니다. 아직 계산하지 않았습니다.",
        PathNotReady = "경로는 아직 계산하지 않음",
        CurvesNotReady = "곡선을 그리려면 모든 이터레이션을 한 번 계산해야 합니다. 아직 계산하지 않았습니다.",
        OverAllSamples = count => count == 1 ? "샘플 1개의 손실" : $"샘플 {count}개 전체의 손실",
        OverBatch = count => count == 1 ? "지금 샘플의 손실" : $"이 이터레이션 샘플 {count}개의 손실",
        OthersAsNow = "나머지 매개변수는 지금 값",
        PathProjected = "경로는 이 평면에 비춘 것",
        PathHere = "지금",
        PathStart = "시작",
        NotFiniteThere = "유한한 수가 아님",
        NoFiniteNumbers = "그릴 수 있는 유한한 숫자가 없습니다.",
    };
}
