namespace Simulator.App;

/// <summary>What <see cref="Update"/> wants done and does not do itself.</summary>
internal abstract record Effect;

/// <summary>End the program with an exit code.</summary>
internal sealed record Exit(int Code) : Effect;

/// <summary>Draw the whole screen again, whatever the terminal may show.</summary>
internal sealed record DrawAgain : Effect;

/// <summary>Do work that may take long, and change the model by what comes of it.</summary>
internal sealed record RunJob(Job Job) : Effect;

/// <summary>Keep what the learner has done.</summary>
internal sealed record KeepProgress(Learning.Progress Progress) : Effect;

/// <summary>Write the screen as a picture and as text.</summary>
/// <param name="Name">The files' name without its ending; null for one made from the lesson's.</param>
internal sealed record SaveScreen(string? Name) : Effect;
