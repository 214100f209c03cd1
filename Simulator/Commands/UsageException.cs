namespace Simulator.Commands;

/// <summary>The program was asked for something that does not exist or cannot be read; the person can put it right.</summary>
/// <param name="problems">Every problem, a line each, with what to do.</param>
internal sealed class UsageException(params IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems => problems;
}
