using Simulator.Terminal;

namespace Simulator.App;

/// <summary>What has happened, as <see cref="Update"/> is told.</summary>
internal abstract record Message;

/// <summary>A key was pressed.</summary>
internal sealed record KeyTyped(Key Key) : Message;

/// <summary>The mouse was used.</summary>
/// <param name="Target">What was pointed at in the frame that was seen; null for nothing.</param>
/// <param name="Action">What was done with it.</param>
internal sealed record Pointed(Target? Target, PointerAction Action) : Message;

/// <summary>The terminal told what is behind its text, so that the colours suit it now.</summary>
internal sealed record BackgroundKnown(TerminalBackground Background) : Message;

/// <summary>The screen has a new size.</summary>
internal sealed record SizeChanged(Size Size) : Message;

/// <summary>A job has ended, or an effect has something to tell: the model changes so.</summary>
internal sealed record Changed(Func<Model, Model> Change) : Message;
