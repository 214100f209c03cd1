namespace Engine.Planning;

/// <summary>What a network is computed for: layers such as dropout do different things.</summary>
public enum Mode
{
    /// <summary>To learn: forward, loss, backward, update.</summary>
    Training,

    /// <summary>
    /// To answer: forward and loss only, without noise and with what training has found out about the data. There is a way back
    /// only where <see cref="PlanOptions.InputGradients"/> ask for one, and never an update.
    /// </summary>
    Inference,
}

/// <summary>How a plan is put together.</summary>
public sealed record PlanOptions
{
    /// <summary>The default of <see cref="MostPathCells"/>: generous for what fits on a screen, far from what costs time.</summary>
    public const int DefaultMostPathCells = 4096;

    /// <summary>
    /// Up to how many numbers a gradient's parts by path (<c>∂E_o1/∂h1</c>) are steps of their own; above, only their sum is.
    /// </summary>
    public int MostPathCells { get; init; } = DefaultMostPathCells;

    /// <summary>What the plan is for.</summary>
    public Mode Mode { get; init; }

    /// <summary>Whether the loss is differentiated with respect to the data too: <c>∂E/∂x</c>.</summary>
    public bool InputGradients { get; init; }
}
