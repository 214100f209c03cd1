namespace Engine.Formulas;

/// <summary>How formulas are written.</summary>
public enum Notation
{
    /// <summary>As on a blackboard: <c>∂E_total/∂w5</c>, <c>w5⁺</c>, <c>0.3 × 0.1</c>, <c>½(t − o)²</c>, <c>α</c>.</summary>
    Mathematical,

    /// <summary>With ASCII characters only, as typed: <c>dE_total/dw5</c>, <c>w5+</c>, <c>0.3 * 0.1</c>, <c>alpha</c>.</summary>
    Plain,
}
