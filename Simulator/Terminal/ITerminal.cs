using System.Runtime.InteropServices;

namespace Simulator.Terminal;

/// <summary>Columns and rows of the screen, in terminal cells.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Size(int Columns, int Rows);

/// <summary>
/// The seam between the program and whatever shows it: a console, a script that plays keys, a toolkit yet to come.
/// One thread reads and draws; nothing else of the program touches the console.
/// </summary>
internal interface ITerminal : IDisposable
{
    /// <summary>The size now. It may differ from the last <see cref="Resized"/>, which then is still to be read.</summary>
    Size Size { get; }

    /// <summary>Whether inputs may come while something else is done; those of a script come after it.</summary>
    bool IsLive { get; }

    /// <summary>Blocks until the next input. After <see cref="EndOfInput"/> every further read gives it again.</summary>
    Input Read();

    /// <summary>
    /// Takes an input that is waiting or comes within a time; with no time, so that a loop handles all of them before it draws.
    /// </summary>
    bool TryRead(TimeSpan wait, out Input input);

    /// <summary>Forgets what the screen shows, so that the next frame is drawn whole.</summary>
    void Invalidate();

    /// <summary>Shows the frame, in one write.</summary>
    void Draw(Canvas canvas);
}
