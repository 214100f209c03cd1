using System.Collections.Immutable;

namespace Simulator.Terminal;

/// <summary>A script of keys as it was read: the inputs it holds, and everything in it that was not understood.</summary>
internal sealed record KeyScript(ImmutableArray<Input> Inputs, ImmutableArray<KeyScriptProblem> Problems);

/// <summary>A piece of a script that means nothing.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">In characters, counted from 1.</param>
/// <param name="Found">The piece.</param>
/// <param name="Remedy">What it could be replaced with.</param>
internal sealed record KeyScriptProblem(int Line, int Column, string Found, string Remedy);
