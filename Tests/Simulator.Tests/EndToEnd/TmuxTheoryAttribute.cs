namespace Simulator.Tests.EndToEnd;

/// <summary>A test that drives the real program in tmux; passed over, saying so, where tmux is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TmuxTheoryAttribute : TheoryAttribute
{
    public TmuxTheoryAttribute()
    {
        if (!Tmux.IsInstalled)
        {
            Skip = "tmux is not installed.";
        }
    }
}
