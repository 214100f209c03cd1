using System.Text;

namespace Simulator.Terminal;

/// <summary>
/// Puts together what the console's reader takes apart: it knows the sequences of keys, but gives the reports of a mouse and of the
/// background character by character, as if they were typed. Keys that may begin a report are held until it is known.
/// </summary>
/// <param name="hasMouse">Whether the mouse is reported.</param>
/// <param name="isBackgroundAsked">Whether the terminal was asked for its background.</param>
internal sealed class InputAssembler(bool hasMouse, bool isBackgroundAsked)
{
    // What no one types in this order.
    private const string PointerBegin = "\e[<";
    private const string BackgroundBegin = "\e]11";

    /// <summary>What the reader takes the beginning of a mouse's report for where the rest has not come yet.</summary>
    private static readonly Key CutPointer = Key.Named(KeyCode.F7, shift: true, control: true);

    private readonly List<Key> keys = [];
    private readonly StringBuilder text = new();
    private bool hasBackground;

    /// <summary>Whether keys are held that are more likely typed than reported if nothing follows at once.</summary>
    public bool IsUndecided => keys.Count > 0 && !IsReport;

    private bool IsReport => StartsWith(PointerBegin) || StartsWith(BackgroundBegin);

    /// <summary>What comes of a key, given those that are held.</summary>
    public IEnumerable<Input> Add(Key key)
    {
        // A report that is broken off is none of the person's keys.
        bool wasReport = IsReport;
        int before = keys.Count;
        keys.Add(key);
        text.Append(TextOf(key));
        List<Input> inputs = [];
        ReportState state = Read(inputs);
        if (state == ReportState.None && wasReport)
        {
            Drop(before);
            state = Read(inputs);
        }

        while (state == ReportState.None)
        {
            inputs.Add(new KeyPressed(keys[0]));
            Drop(1);
            state = keys.Count == 0 ? ReportState.Begun : Read(inputs);
        }

        if (state == ReportState.Complete)
        {
            Drop(keys.Count);
        }

        return inputs;
    }

    /// <summary>The keys that were held for what did not come.</summary>
    public IEnumerable<Input> Release()
    {
        Input[] released = [.. keys.Select(key => new KeyPressed(key))];
        Drop(keys.Count);
        return released;
    }

    private ReportState Read(List<Input> inputs)
    {
        string held = text.ToString();
        ReportState pointer = ReportState.None;
        if (hasMouse)
        {
            pointer = ReportReader.ReadPointer(held, out PointerInput? input);
            inputs.AddRange(input is null ? [] : [input]);
        }

        // Without its escape an answer is taken for one only while there is one to come.
        if (pointer != ReportState.None || !isBackgroundAsked || (hasBackground && !held.StartsWith('\e')))
        {
            return pointer;
        }

        ReportState state = ReportReader.ReadBackground(held, out TerminalBackground background);
        if (state == ReportState.Complete)
        {
            hasBackground = true;
            inputs.Add(new BackgroundTold(background));
        }

        return state;
    }

    private bool StartsWith(string begin) => text.Length >= begin.Length && text.ToString(0, begin.Length) == begin;

    private void Drop(int count)
    {
        keys.RemoveRange(0, count);
        text.Clear();
        keys.ForEach(key => text.Append(TextOf(key)));
    }

    /// <summary>The characters that a key arrived as, if these can be part of a report.</summary>
    private static string TextOf(Key key) => key switch
    {
        { Code: KeyCode.Escape, Control: false, Shift: false, Alt: false } => "\e",
        { Code: KeyCode.Character, Control: false, Alt: false } => key.Character.ToString(),
        _ when key == Key.WithControl('g') => "\a",
        _ when key == CutPointer => PointerBegin,
        _ => "\0",
    };
}
