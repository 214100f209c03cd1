namespace Simulator.Terminal;

/// <summary>What a piece of text means; <see cref="Theme"/> says how that looks. Never the only sign of its meaning.</summary>
internal enum Ink
{
    Text,
    Muted,
    Strong,
    Title,
    Accent,

    /// <summary>What is computed now.</summary>
    Active,
    Forward,
    Backward,
    Update,
    Loss,
    Good,
    Bad,

    /// <summary>What has no value yet.</summary>
    NotYet,

    /// <summary>The name of a key to press.</summary>
    Key,
    Border,
    Bar,
    BarDone,
    Selection,
    Warning,

    /// <summary>A number greater than 0, among numbers of both signs.</summary>
    Positive,

    /// <summary>A number less than 0 among them.</summary>
    Negative,
}
