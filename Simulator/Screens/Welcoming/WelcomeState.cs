using Simulator.App;

namespace Simulator.Screens.Welcoming;

/// <summary>What the welcome waits for. The keys are five; the third is learned in three boxes.</summary>
internal enum WelcomeStep
{
    Forward,
    Back,
    Choose,
    Follow,
    Return,
    GoTo,
    Help,
}

/// <summary>The welcome, over a lesson that can be used as ever.</summary>
/// <param name="Step">What it waits for.</param>
/// <param name="ReturnsTo">The screen that it was asked for on, and that comes back after it; null at the first start.</param>
internal sealed record WelcomeState(WelcomeStep Step, Screen? ReturnsTo)
{
    /// <summary>How many keys are taught.</summary>
    public const int Keys = 5;

    /// <summary>Which of the keys is taught now, from 1.</summary>
    public int Key => Step switch
    {
        WelcomeStep.Forward => 1,
        WelcomeStep.Back => 2,
        WelcomeStep.GoTo => 4,
        WelcomeStep.Help => 5,
        _ => 3,
    };
}
