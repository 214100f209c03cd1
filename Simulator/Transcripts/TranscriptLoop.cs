using System.Collections.Immutable;
using System.Text;
using Engine.Planning;
using Simulator.App;
using Simulator.Learning;
using Simulator.Screens.Stepping;
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
    private ExerciseDialogue dialogue = ExerciseDialogue.Initial;
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
    /// <param name="first">The screen to begin with, where that is not the model's.</param>
    /// <returns>The exit code.</returns>
    public int Run(TextReader lines, Screen first)
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
    public int Run(IEnumerable<Input> inputs, Screen first)
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

    private void Begin(Screen first)
    {
        if (model.Screen is StepScreen { Lesson: var lesson })
        {
            Say(SpokenText.Of(lesson.Title.In(model.Language), model.Language) + ".");
            Say(SpokenText.Of(lesson.Summary.In(model.Language), model.Language));
        }

        Send(Loop.Show(first));
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
            case TranscriptCommand.Next when dialogue.Open is not null:
                Hear(dialogue.Pass(model));
                SayPlace();
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
            case TranscriptCommand.Answer:
                Answer(typed.Argument, lines);
                break;
            case TranscriptCommand.Hint:
                HearOr(dialogue.Hint, model.Words.Transcript.NoExerciseHere);
                break;
            case TranscriptCommand.Exercise when model.Screen is StepScreen screen:
                GoToExercise(screen);
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
        TranscriptCommand.Language => UserAction.Language,
        TranscriptCommand.Quit => UserAction.Leave,
        _ => UserAction.Next,
    };

    private void Answer(string answer, TextReader lines)
    {
        if (dialogue.Open is null && ExerciseDialogue.AskedAgainAt(model) is { } exercise)
        {
            Hear(dialogue.Ask(model, exercise));
        }

        if (dialogue.Open is null)
        {
            Say(model.Words.Transcript.NoExerciseHere);
            return;
        }

        if (answer.Length == 0)
        {
            Say(model.Words.Transcript.AskAnswer);
            flush();
            answer = lines.ReadLine()?.Trim() ?? "";
        }

        if (answer.Length == 0)
        {
            return;
        }

        Hear(dialogue.Answer(model, answer));
        if (dialogue.Open is null)
        {
            SayPlace();
        }
    }

    private void GoToExercise(StepScreen screen)
    {
        if (!screen.Lane.IsOriginal || ExerciseDialogue.NextOf(model, screen) is not { } exercise)
        {
            Say(SpokenText.Of(
                screen.Lesson.Exercises.IsEmpty ? model.Words.Learning.NoExercises
                    : !screen.Lane.IsOriginal ? model.Words.Transcript.NotInBranch
                    : model.Words.Learning.AllSolved,
                model.Language));
            return;
        }

        dialogue = dialogue.Left() with { Passed = dialogue.Passed.Remove(exercise.Id) };
        Send(new Changed(now => now with { Screen = StepUpdate.Visit(now.Screen is StepScreen { Cover: not null } covered ? covered with { Cover = null } : (StepScreen)now.Screen, exercise.At) }));
        SayPlace();
    }

    private void HearOr(Func<Model, ExerciseDialogue.Reply> reply, string otherwise)
    {
        if (dialogue.Open is null)
        {
            Say(otherwise);
            return;
        }

        Hear(reply(model));
    }

    private void Hear(ExerciseDialogue.Reply reply)
    {
        dialogue = reply.Dialogue;
        Send(new Changed(_ => reply.Model));
        Say(reply.Lines);
    }

    /// <summary>Does something and says what has changed by it.</summary>
    private void Do(Action change)
    {
        Model before = model;
        change();
        if (exit is not null)
        {
            return;
        }

        if (model.Notice is { } notice && notice != before.Notice)
        {
            Say(SpokenText.OfMessage(notice.Text(model.Words), model.Language));
        }

        foreach (string line in ChangeSentences.Of(before, model))
        {
            Say(line);
        }

        if (ChangeSentences.HasMoved(before, model))
        {
            SayPlace();
        }
    }

    private void SayPlace()
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

        if (dialogue.Open is { } open && dialogue.AskedAt(model) == open)
        {
            Say(PlaceSentences.Of(screen, model.Language));
            Say(ExerciseSentences.QuestionOf(screen.Lesson, open, model.Language));
            return;
        }

        dialogue = dialogue.Left();
        if (dialogue.AskedAt(model) is { } asked && (screen.Cover is null || screen.Exercise is not null))
        {
            ExerciseDialogue.Reply reply = dialogue.Ask(model, asked);
            Say(PlaceSentences.Of((StepScreen)reply.Model.Screen, model.Language));
            Hear(reply);
            return;
        }

        Say(PlaceSentences.Of(screen, model.Language));
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
