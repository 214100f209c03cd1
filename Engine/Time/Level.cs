namespace Engine.Time;

/// <summary>How far one step in time goes.</summary>
public enum Level
{
    /// <summary>To the end of the next epoch: when every sample has been seen once more.</summary>
    Epoch,

    /// <summary>To the end of the next iteration.</summary>
    Iteration,

    /// <summary>To the end of the next phase: forward, loss, backward, update.</summary>
    Phase,

    /// <summary>To the end of the next operation: all cells of one symbol.</summary>
    Operation,

    /// <summary>To the next single number.</summary>
    Cell,
}
