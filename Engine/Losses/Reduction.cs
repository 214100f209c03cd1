namespace Engine.Losses;

/// <summary>How the losses of the samples of a batch become one number.</summary>
public enum Reduction
{
    /// <summary>Their mean over the batch, as in Keras: the size of a step does not depend on the batch size.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,
}
