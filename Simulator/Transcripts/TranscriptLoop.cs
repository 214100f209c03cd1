using System.Collections.Immutable;
using System.Text;
using Engine.Planning;
using Simulator.App;
using Simulator.Learning;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Exercises;
using Simulator.Screens.Stepping.Palette;
using Simulator.Terminal;

namespace Simulator.Transcripts;

/// <summary>
/// The program without a screen: what is typed goes through the same <see cref="Update"/> as keys do, and what comes of it is said in sentences,
/// line by line. A job is done at once; to stop one, the program is interrupted.
/// </summary>
internal sealed class TranscriptLoop
{
    private const int MostSuggestions = 5;

    private readonly TextPage page;
    private readonly Action flush;
    private readonly IProgressKeeper? keeper;
    private Model model;
    private (int Iteration, Phase Phase)? stage;
    private int? exit;

    /// <summary>A transcript that begins with a model, of which nothing has been said.</summary>
    /// <param name="page">Where sentences go.</param>
    /// <param name="flush">Makes what was said be heard before anything is read.</param>
    /// <param name="model">The model to begin with.</param>
    /// <param name="keeper">Keeps what the learner does; null where nothing is to be kept.</param>
    public TranscriptLoop(TextPage page, Action flush, Model model, IProgressKeeper? keeper = null)
    {
        (this.page, this.flush, this.model, this.keeper) = (page, flush, model, keeper);
    }

    /// <summary>Asks for line after line until the person leaves or there are no more.</summary>
    /// <param name="lines">What is typed.</param>
    /// <param name="first">What happens before any line.</param>
    /// <returns>The exit code.</returns>
    public int Run(TextReader lines, Message first)
    {
        Begin(first);
        Say(model.Words.Transcript.Welcome);
        while (exit is null)
        {
            Say(model.Words.Transcript.Prompt);
            flush();
            if (lines.ReadLine() is not { } line)
            {
                return 0;
            }

            Take(line, lines);
        }

        return exit.Value;
    }

    /// <summary>Takes keys as the screen does, and says what comes of each.</summary>
    public int Run(IEnumerable<Input> inputs, Message first)
    {
        Begin(first);
        foreach (Input input in inputs)
        {
            if (input is KeyPressed pressed)
            {
                Do(() => Send(new KeyTyped(pressed.Key)));
            }

            if (exit is not null)
            {
                break;
            }
        }

        return exit ?? 0;
    }

    private void Begin(Message first)
    {
        if (model.Screen is StepScreen { Lesson: var lesson })
        {
            Say(SpokenText.Of(lesson.Title.In(model.Language), model.Language) + ".");
            Say(SpokenText.Of(lesson.Summary.In(model.Language), model.Language));
        }

        Send(first);
        if (model.Notice is { } notice)
        {
            Say(SpokenText.OfMessage(notice.Text(model.Words), model.Language));
        }

        SayPlace();
    }

    private void Take(string line, TextReader lines)
    {
        string text = line.Trim();
        if (TypedCommand.Parse(text) is { } typed)
        {
            Do(typed, lines);
        }
        else if (text.StartsWith(':'))
        {
            Type(text[1..].Trim());
        }
        else if (KeysIn(text) is { IsEmpty: false } keys)
        {
            Do(() => SendKeys(keys));
        }
        else
        {
            Type(text);
        }
    }

    private void Do(TypedCommand typed, TextReader lines)
    {
        switch (typed.Command)
        {
            case TranscriptCommand.Again:
                SayPlace();
                break;
            case TranscriptCommand.Next when model.Screen is StepScreen { Exercise.IsOpen: true } asking:
                Do(() => Send(new Changed(now => now with { Screen = ExerciseUpdate.PassedOver(asking) })));
                break;
            case TranscriptCommand.Next when model.Screen is StepScreen { Exercise.IsOpen: false } done
                && ExerciseUpdate.BeforeNextStop(model, done) is { Exercise: null }:
                // What the stop has to say was said with the verdict.
                Send(new Changed(now => now with { Screen = ExerciseUpdate.PassedOver(done) }));
                Do(() => SendAction(UserAction.Next, typed.Count));
                break;
            case TranscriptCommand.Why when model.Screen is StepScreen screen:
                Say(PlaceSentences.Why(screen, model.Language));
                break;
            case TranscriptCommand.Values when model.Screen is StepScreen screen:
                Say(PlaceSentences.Values(screen, model.Language));
                break;
            case TranscriptCommand.Where when model.Screen is StepScreen screen:
                Say(PanelSentences.Provenance(screen, model.Language));
                break;
            case TranscriptCommand.Breakpoints when model.Screen is StepScreen screen:
                Say(PanelSentences.Breakpoints(screen, model.Language));
                break;
            case TranscriptCommand.Watches when model.Screen is StepScreen screen:
                Say(PanelSentences.Watches(screen, model.Language));
                break;
            case TranscriptCommand.Hint when model.Screen is StepScreen { Exercise: null }:
                Say(model.Words.Transcript.NoExerciseHere);
                break;
            case TranscriptCommand.Exercise or TranscriptCommand.Answer when model.Screen is StepScreen { Lane.IsOriginal: false }:
                Say(model.Words.Transcript.NotInBranch);
                break;
            case TranscriptCommand.Answer:
                Answer(typed.Argument, lines);
                break;
            case TranscriptCommand.Help:
                Say(model.Words.Transcript.Help);
                break;
            default:
                Do(() => SendAction(ActionOf(typed.Command), typed.Count));
                break;
        }
    }

    private static UserAction ActionOf(TranscriptCommand command) => command switch
    {
        TranscriptCommand.Back => UserAction.Back,
        TranscriptCommand.Tour => UserAction.ToggleTour,
        TranscriptCommand.Level => UserAction.FinerLevel,
        TranscriptCommand.Return => UserAction.Return,
        TranscriptCommand.Continue => UserAction.Continue,
        TranscriptCommand.ContinueBack => UserAction.ContinueBack,
        TranscriptCommand.Undo => UserAction.Undo,
        TranscriptCommand.Redo => UserAction.Redo,
        TranscriptCommand.Phase => UserAction.NextPhase,
        TranscriptCommand.Iteration => UserAction.NextIteration,
        TranscriptCommand.First => UserAction.First,
        TranscriptCommand.Last => UserAction.Last,
        TranscriptCommand.Hint => UserAction.Hint,
        TranscriptCommand.Exercise => UserAction.NextExercise,
        TranscriptCommand.Language => UserAction.Language,
        TranscriptCommand.Quit => UserAction.Leave,
        _ => UserAction.Next,
    };

    /// <summary>Asks the exercise here, or goes to the next that is not solved; where one is open, takes the answer, or the next line as such.</summary>
    private void Answer(string answer, TextReader lines)
    {
        Do(() => SendAction(UserAction.Answer, 1));
        if (model.Screen is not StepScreen { Prompt: not null } asking)
        {
            return;
        }

        if (answer.Length == 0)
        {
            Say(model.Words.Transcript.AskAnswer);
            flush();
            answer = lines.ReadLine()?.Trim() ?? "";
        }

        Do(() => Send(new Changed(now => ExerciseUpdate.Check(now, asking with { Prompt = null }, answer))));
        if (model.Screen is StepScreen { Prompt: not null } unanswered)
        {
            Send(new Changed(now => now with { Screen = unanswered with { Prompt = null } }));
        }
    }

    /// <summary>Does something and says what has changed by it.</summary>
    private void Do(Action change)
    {
        Model before = model;
        change();
        while (keeper?.TakeProblem() is { } problem)
        {
            Say(SpokenText.OfMessage(problem(model.Words), model.Language));
        }

        if (exit is not null)
        {
            return;
        }

        if (model.Notice is { } notice && notice != before.Notice)
        {
            Say(SpokenText.OfMessage(notice.Text(model.Words), model.Language));
        }

        OpenExercise? open = (model.Screen as StepScreen)?.Exercise;
        OpenExercise? opened = (before.Screen as StepScreen)?.Exercise;
        bool isSame = open is not null && open.Exercise == opened?.Exercise;
        if (isSame && open != opened)
        {
            Say(ExerciseSentences.RepliesOf((StepScreen)model.Screen, open!, model.Language));
        }

        foreach (string line in ChangeSentences.Of(before, model))
        {
            Say(line);
        }

        if (ChangeSentences.HasMoved(before, model) || (open is not null && !isSame))
        {
            SayPlace(isAsking: !isSame);
        }
    }

    /// <summary>Says where we are.</summary>
    /// <param name="isAsking">Whether an exercise that is open is asked as well.</param>
    private void SayPlace(bool isAsking = true)
    {
        if (model.Screen is not StepScreen screen)
        {
            return;
        }

        if (StageAt(screen) is { } here && here != stage)
        {
            stage = here;
            Say(LessonTranscript.StageOf(screen.Lesson, here.Phase, model.Language));
        }

        Say(PlaceSentences.Of(screen, model.Language));
        if (isAsking && screen.Exercise is { IsOpen: true, Exercise: var exercise })
        {
            Say(ExerciseSentences.QuestionOf(screen.Lesson, exercise, model.Language));
            Say(ExerciseSentences.HowTo(screen.Lesson, exercise, model.Language));
        }
    }

    private static (int Iteration, Phase Phase)? StageAt(StepScreen screen) =>
        screen.Timeline.AddressAt(screen.Moment) is { } address && screen.Timeline.Plan.ProducerOf(screen.Timeline.Plan.SymbolOf(address)) is { } step
            ? (screen.Moment.Iteration, step.Phase)
            : null;

    /// <summary>Types something after the colon.</summary>
    private void Type(string text) => Do(() =>
    {
        SendAction(UserAction.GoTo, 1);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Send(new KeyTyped(Key.Of(rune)));
        }

        Send(new KeyTyped(Key.Named(KeyCode.Enter)));
        if (model.Screen is StepScreen { Prompt: { } unfinished } screen)
        {
            // A line is complete or it is nothing: there is no cursor to go on at.
            string typed = unfinished.Text.Trim();
            string[] suggested = [.. Suggestion.For(unfinished.Text, model, screen).Select(suggestion => suggestion.Text).Where(suggestion => suggestion.Length > 0).Take(MostSuggestions)];
            Send(new KeyTyped(Key.Named(KeyCode.Escape)));
            Say(model.Words.Transcript.Unfinished(typed));
            Say(suggested.Length == 0 ? [] : [model.Words.Transcript.MayBe(string.Join("; ", suggested))]);
        }
    });

    /// <summary>The keys that a short line stands for, where it is the whole of a key or sequence of keys of the screen.</summary>
    private ImmutableArray<Key> KeysIn(string text)
    {
        const int Longest = 2;
        ImmutableArray<Key> keys = [.. text.EnumerateRunes().Select(Key.Of)];
        return keys.Length is > 0 and <= Longest && model.Keys.Find(keys, out UserAction action) == KeyMatch.Complete && action != UserAction.GoTo ? keys : [];
    }

    private void SendKeys(IEnumerable<Key> keys)
    {
        foreach (Key key in keys)
        {
            Send(new KeyTyped(key));
        }
    }

    /// <summary>Does what is on a key, however the keys are set.</summary>
    private void SendAction(UserAction action, int count)
    {
        model = model with { Notice = null };
        Handle(Update.Do(model, action, count));
    }

    private void Send(Message message) => Handle(Update.Apply(model, message));

    private void Handle(Outcome outcome)
    {
        (model, ImmutableArray<Effect> effects) = outcome;
        foreach (Effect effect in effects)
        {
            switch (effect)
            {
                case Exit leaving:
                    exit ??= leaving.Code;
                    break;
                case RunJob run:
                    Say(model.Words.Transcript.Working(SpokenText.Of(run.Job.Title(model.Words), model.Language)));
                    flush();
                    Send(new Changed(run.Job.Run(new Progress<Engine.Time.ReplayProgress>(), CancellationToken.None)));
                    break;
                case KeepProgress keep:
                    keeper?.Keep(keep.Progress);
                    break;
                case SaveScreen save:
                    Send(new Changed(SavedScreen.Write(model, save.Name)));
                    break;
            }
        }
    }

    private void Say(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Say(line);
        }
    }

    private void Say(string line)
    {
        if (line.Length > 0)
        {
            page.Line(line);
        }
    }
}
