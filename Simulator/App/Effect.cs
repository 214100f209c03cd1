namespace Simulator.App;

/// <summary>What <see cref="Update"/> wants done and does not do itself.</summary>
internal abstract record Effect;

/// <summary>End the program with an exit code.</summary>
internal sealed record Exit(int Code) : Effect;

/// <summary>Draw the whole screen again, whatever the terminal may show.</summary>
internal sealed record DrawAgain : Effect;
