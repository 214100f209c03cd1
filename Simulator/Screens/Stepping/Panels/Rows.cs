namespace Simulator.Screens.Stepping.Panels;

/// <summary>The chosen one of a panel's rows.</summary>
internal static class Rows
{
    /// <summary>Which row is chosen after going so many further, round the end; null where there are none.</summary>
    /// <param name="selected">The row before, from 0; null for none, so that going on begins with the first and back with the last.</param>
    /// <param name="step">How many rows further; negative for back.</param>
    /// <param name="count">How many rows there are.</param>
    public static int? Moved(int? selected, int step, int count)
    {
        if (count == 0)
        {
            return null;
        }

        long current = selected ?? (step > 0 ? -1 : count);
        return (int)((((current + step) % count) + count) % count);
    }
}
