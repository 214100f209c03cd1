using Simulator.Terminal;

namespace Simulator.App;

/// <summary>What has happened, as <see cref="Update"/> is told.</summary>
internal abstract record Message;

/// <summary>A key was pressed.</summary>
internal sealed record KeyTyped(Key Key) : Message;

/// <summary>The screen has a new size.</summary>
internal sealed record SizeChanged(Size Size) : Message;

/// <summary>A job has ended, or an effect has something to tell: the model changes so.</summary>
internal sealed record Changed(Func<Model, Model> Change) : Message;
