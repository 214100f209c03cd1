using System.Collections.Concurrent;

namespace Engine.Formulas;

/// <summary>
/// The loops that formulas have been compiled into, for all plans: a branch of a training has almost the formulas of the original, and
/// compiling one takes longer than hundreds of iterations of a small plan. Only a cache; may be used by several threads.
/// </summary>
internal static class CompiledLoops
{
    /// <summary>With more formulas than these it begins again; a network has some dozens.</summary>
    private const int Most = 2048;

    private static readonly ConcurrentDictionary<Key, FormulaCompiler.Loop?> Loops = new();

    /// <summary>A formula's loop, compiled now if it never was before.</summary>
    public static FormulaCompiler.Loop Of(Expression formula, int inputs, bool accumulates) =>
        Get(new Key(formula, inputs, accumulates, InVectors: false), key => FormulaCompiler.CompileLoop(key.Formula, key.Inputs, key.Accumulates))!;

    /// <summary>A formula's loop in vectors; null where vectors cannot compute it.</summary>
    public static FormulaCompiler.Loop? InVectors(Expression formula, int inputs) =>
        Get(new Key(formula, inputs, Accumulates: false, InVectors: true), key => VectorCompiler.CompileLoop(key.Formula, key.Inputs));

    /// <summary>A formula's loop if it was compiled before; otherwise null.</summary>
    public static FormulaCompiler.Loop? Find(Expression formula, int inputs, bool accumulates) =>
        Loops.GetValueOrDefault(new Key(formula, inputs, accumulates, InVectors: false));

    private static FormulaCompiler.Loop? Get(Key key, Func<Key, FormulaCompiler.Loop?> compile)
    {
        if (Loops.Count > Most)
        {
            Loops.Clear();
        }

        return Loops.GetOrAdd(key, compile);
    }

    private readonly record struct Key(Expression Formula, int Inputs, bool Accumulates, bool InVectors);
}
