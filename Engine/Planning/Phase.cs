namespace Engine.Planning;

/// <summary>The four parts of a training iteration, in their order.</summary>
public enum Phase
{
    /// <summary>From the inputs to the predictions.</summary>
    Forward,

    /// <summary>From predictions and targets to the loss.</summary>
    Loss,

    /// <summary>From the loss back to every parameter's gradient.</summary>
    Backward,

    /// <summary>From gradients to new parameters.</summary>
    Update,
}
