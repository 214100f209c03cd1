namespace Simulator.App;

/// <summary>What a person can ask for, whatever key it is on.</summary>
internal enum UserAction
{
    Next,
    Back,
    NextPhase,
    PreviousPhase,
    NextIteration,
    PreviousIteration,
    First,
    Last,
    FinerLevel,
    CoarserLevel,
    ToggleTour,
    FocusNext,
    FocusPrevious,
    Follow,
    Return,
    GoTo,
    Language,
    Help,
    Leave,
    Quit,
    Redraw,
    Open,
    Up,
    Down,
}
