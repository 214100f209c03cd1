using Engine.Planning;
using Engine.Time;
using Lessons;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Tests.Tracing;

/// <summary>Plays keys in a lesson without a terminal, doing jobs at once, and tells what is known afterwards.</summary>
internal sealed class Tracer
{
    private Model model;

    public Tracer(Lesson lesson, Language language = Language.English) =>
        model = new Model { Size = new Size(120, 36), Language = language, Screen = StepScreen.Open(lesson) };

    public StepScreen Screen => (StepScreen)model.Screen;

    public Model Model => model;

    public string? Notice => model.Notice?.Text(model.Words);

    public string? NoticeIn(Language language) => model.Notice?.Text(Words.In(language));

    /// <summary>What the number that the moment computes is called.</summary>
    public string? Here => Screen.Here is { } address ? Screen.Timeline.Plan.LabelOf(address).ToString() : null;

    public int Iteration => Screen.Moment.Iteration;

    public Tracer Type(string keys)
    {
        KeyScript script = KeyNotation.Parse(keys);
        script.Problems.ShouldBeEmpty();
        foreach (KeyPressed input in script.Inputs.OfType<KeyPressed>())
        {
            Send(new KeyTyped(input.Key));
        }

        return this;
    }

    /// <summary>Types a command after the colon, as it is written.</summary>
    public Tracer Command(string text)
    {
        Type(":");
        foreach (char character in text)
        {
            Send(new KeyTyped(Key.Of(new System.Text.Rune(character))));
        }

        return Type("<Enter>");
    }

    public Address Address(string label) => Screen.Timeline.Plan.Find(label).Address.ShouldNotBeNull(label);

    private void Send(Message message)
    {
        (model, var effects) = Update.Apply(model, message);
        foreach (RunJob run in effects.OfType<RunJob>())
        {
            Send(new Changed(run.Job.Run(new Progress<ReplayProgress>(), CancellationToken.None)));
        }
    }
}
