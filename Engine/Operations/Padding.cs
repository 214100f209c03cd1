namespace Engine.Operations;

/// <summary>What happens where windows reach over the edge of what they move along.</summary>
public enum Padding
{
    /// <summary>Windows stay inside; what is left over at the end is not looked at.</summary>
    Valid,

    /// <summary>
    /// As many windows as the length divided by the stride, rounded up: they reach over both edges alike, over the end by one
    /// place more where the places are odd, as TensorFlow does.
    /// </summary>
    Same,

    /// <summary>Windows reach over the beginning only, so that none sees what comes after its own place. For sequences.</summary>
    Causal,
}
