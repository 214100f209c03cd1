namespace Simulator.Resources;

/// <summary>The words of the drawings of the network and of matrices.</summary>
internal sealed record DrawingWords
{
    public static DrawingWords English { get; } = new()
    {
        Layers = "layers",
        Graph = "graph of layers",
        Unrolled = "unrolled in time",
        Unit = (unit, units) => $"unit {unit} of {units}",
        HeatMap = "Heat map",
        Input = "input",
        EdgesByWeight = "edges: weights; thick where large, dotted where small, broken where negative",
        EdgesByGradient = "edges: ∂loss/∂weight; large thick, negative broken, small or not yet dotted",
        LayerLegend = "θ parameters; mean magnitude: |h| outputs, |W| weights, |∂| gradients",
        UnrolledLegend = "[ ] computed now   › used for it   ∂ gradient   · not yet",
        Position = (row, column) => $"row {row}, column {column}",
        SamplesByUnits = "sample╲unit",
        SampleAndUnit = (sample, unit) => $"sample {sample}, unit {unit}",
        NotYet = "not yet",
        NumberNotYet = "This number has not been computed yet.",
        Zero = "blank: 0",
        NoMatrix = "This lesson has no matrix: every number stands alone.",
    };

    public static DrawingWords Korean { get; } = new()
    {
        Layers = "층",
        Graph = "층 그래프",
        Unrolled = "시간 순으로 펼침",
        Unit = (unit, units) => $"뉴런 {unit}/{units}",
        HeatMap = "히트맵",
        Input = "입력",
        EdgesByWeight = "선: 가중치. 클수록 굵고, 작으면 점선, 음수는 끊어진 선",
        EdgesByGradient = "선: 가중치의 기울기. 클수록 굵고, 음수는 끊어진 선, 점선은 작거나 계산 전",
        LayerLegend = "θ 매개변수 수. 평균 크기: |h| 출력, |W| 가중치, |∂| 기울기",
        UnrolledLegend = "[ ] 지금 계산   › 계산에 쓰임   ∂ 기울기   · 계산 전",
        Position = (row, column) => $"{row}행 {column}열",
        SamplesByUnits = "샘플╲뉴런",
        SampleAndUnit = (sample, unit) => $"샘플 {sample}, 뉴런 {unit}",
        NotYet = "계산 전",
        NumberNotYet = "이 숫자는 아직 계산하지 않았습니다.",
        Zero = "빈칸: 0",
        NoMatrix = "이 강의에는 행렬이 없습니다. 숫자가 모두 하나씩입니다.",
    };

    /// <summary>What is drawn when a layer is a box.</summary>
    public required string Layers { get; init; }

    /// <summary>The same where layers are not one after the other.</summary>
    public required string Graph { get; init; }

    /// <summary>What is drawn when columns are time steps.</summary>
    public required string Unrolled { get; init; }

    /// <summary>Which unit of how many.</summary>
    public required Func<int, int, string> Unit { get; init; }

    public required string HeatMap { get; init; }

    public required string Input { get; init; }

    /// <summary>What the look of edges means while they stand for weights.</summary>
    public required string EdgesByWeight { get; init; }

    /// <summary>The same while they stand for the weights' gradients.</summary>
    public required string EdgesByGradient { get; init; }

    /// <summary>What the numbers in a layer's box mean.</summary>
    public required string LayerLegend { get; init; }

    /// <summary>What the signs in an unrolled drawing mean.</summary>
    public required string UnrolledLegend { get; init; }

    /// <summary>A row and a column, from 1.</summary>
    public required Func<int, int, string> Position { get; init; }

    /// <summary>What the rows and columns of a matrix are that has a row for each sample.</summary>
    public required string SamplesByUnits { get; init; }

    /// <summary>A row and a column of such a matrix, from 1.</summary>
    public required Func<int, int, string> SampleAndUnit { get; init; }

    /// <summary>What · means in a heat map.</summary>
    public required string NotYet { get; init; }

    /// <summary>What the explanation of a number says that is ahead of the moment.</summary>
    public required string NumberNotYet { get; init; }

    /// <summary>What a blank cell of a heat map means.</summary>
    public required string Zero { get; init; }

    /// <summary>Why there is no heat map.</summary>
    public required string NoMatrix { get; init; }
}
