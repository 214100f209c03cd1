using System.Collections.Immutable;
using System.Globalization;
using Engine.Time;
using Lessons;
using Lessons.Exercises;
using Simulator.App;
using Simulator.Learning;
using Simulator.Resources;
using Simulator.Screens.Stepping.Palette;
using Simulator.Screens.Stepping.Panels;

namespace Simulator.Screens.Stepping.Exercises;

/// <summary>What keys do about exercises: they are come upon, answered, hinted at and passed over.</summary>
internal static class ExerciseUpdate
{
    /// <summary>What an action does to exercises; null where it has nothing to do with them.</summary>
    public static Outcome? Do(Model model, StepScreen screen, UserAction action, int count)
    {
        bool isChoosing = screen.Exercise is { IsOpen: true, Choices: > 0 };
        return action switch
        {
            UserAction.Answer => Answer(model, screen),
            UserAction.Hint => Hint(model, screen),
            UserAction.NextExercise => Neighbour(model, screen, count),
            UserAction.PreviousExercise => Neighbour(model, screen, -count),
            UserAction.FocusNext when isChoosing => model with { Screen = Choose(screen, count) },
            UserAction.FocusPrevious when isChoosing => model with { Screen = Choose(screen, -count) },
            UserAction.Follow when isChoosing && screen.Exercise!.Chosen is { } chosen => Check(model, screen, $"{chosen + 1}"),
            _ => (Outcome?)null,
        };
    }

    /// <summary>
    /// The model after going forward: on the tour an exercise that is not solved covers the number and asks; elsewhere it is only
    /// pointed out.
    /// </summary>
    /// <param name="before">The screen before.</param>
    /// <param name="after">The model after.</param>
    public static Model Arrived(StepScreen before, Model after)
    {
        bool isForward = after.Screen is StepScreen moved && (moved.Moment > before.Moment || moved.Stop > before.Stop);
        if (!isForward
            || after.Welcome is not null
            || after.Screen is not StepScreen { Terms: 0, Lane.IsOriginal: true, Class: null } screen
            || UnsolvedAt(after, screen) is not { } exercise)
        {
            return after;
        }

        return screen.IsTour ? after with { Screen = Opened(screen, exercise) }
            : screen.Level == StepSize.Cell ? after with { Notice = new Notice(words => words.Learning.Here(exercise.Id), IsDone: true) }
            : after;
    }

    /// <summary>The screen on which a lesson is gone on with: on the tour an exercise there that is not solved is asked again.</summary>
    public static StepScreen Resumed(Model model, StepScreen screen) =>
        screen is { IsOnTour: true, Stop: >= 0 } && UnsolvedAt(model, screen) is { } exercise ? Opened(screen, exercise) : screen;

    /// <summary>
    /// What comes up before the tour goes on to its next stop: a second exercise about the number here; what the stop has to say,
    /// whose place an exercise has taken; an unsolved exercise about a number at which there is no stop. Null where there is nothing.
    /// </summary>
    public static StepScreen? BeforeNextStop(Model model, StepScreen screen)
    {
        if (model.Welcome is not null || screen is not { IsTour: true, Terms: 0, Lane.IsOriginal: true, Class: null })
        {
            return null;
        }

        int here = screen.Exercise is { IsKept: true } asked ? NumberOf(screen, asked.Exercise) : -1;
        Exercise[] open = [.. screen.Lesson.Exercises.Where(exercise => !IsSolved(model, screen.Lesson, exercise))];
        if (here >= 0 && open.FirstOrDefault(exercise => MomentOf(screen, exercise) == screen.Moment && NumberOf(screen, exercise) > here) is { } second)
        {
            return Opened(screen, second);
        }

        if (here >= 0 && screen.IsOnTour)
        {
            return PassedOver(screen);
        }

        Exercise? next = open
            .Where(exercise => StopOf(screen.Lesson, exercise) < 0 && MomentOf(screen, exercise) > screen.Moment && StopBefore(screen, exercise) == screen.Stop)
            .MinBy(exercise => MomentOf(screen, exercise));
        return next is null ? null : Opened(screen.At(MomentOf(screen, next)), next);
    }

    /// <summary>The last stop of the tour at which everything was computed before the exercise; −1 for none.</summary>
    private static int StopBefore(StepScreen screen, Exercise exercise)
    {
        Moment asked = MomentOf(screen, exercise);
        int stop = screen.Lesson.Tour.Length - 1;
        while (stop >= 0 && screen.AtStop(stop).Moment > asked)
        {
            stop--;
        }

        return stop;
    }

    /// <summary>Which exercises of the lesson are solved.</summary>
    public static int SolvedIn(Model model, Lesson lesson) =>
        lesson.Exercises.Count(exercise => model.Progress.In(lesson.Id).Exercises.GetValueOrDefault(exercise.Id)?.IsSolved == true);

    /// <summary>Checks an answer to the exercise that is open.</summary>
    public static Model Check(Model model, StepScreen screen, string text)
    {
        if (screen.Exercise is not { } open)
        {
            return model with { Notice = new Notice(words => words.Learning.NoExerciseHere) };
        }

        if (!open.IsOpen || text.Trim().Length == 0)
        {
            return model;
        }

        Verdict verdict = open.Exercise.Check(screen.Timeline, text);
        int? chosen = open.Choices > 0 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= open.Choices
            ? number - 1
            : open.Chosen;
        OpenExercise answered = open with { Answer = text.Trim(), Verdict = verdict, IsHintLast = false, Chosen = chosen };
        bool isAnswer = verdict.Kind is VerdictKind.Right or VerdictKind.Wrong;
        Model next = model with { Screen = screen with { Exercise = answered, Cover = answered.IsOpen ? screen.Cover : null } };
        return isAnswer
            ? Kept(next, screen.Lesson, answered, kept => kept with
            {
                Tries = kept.Tries + 1,
                Answer = answered.Answer,
                IsSolved = kept.IsSolved || verdict.Kind == VerdictKind.Right,
            })
            : next;
    }

    /// <summary>Goes to an exercise of the lesson and asks it, unless it is solved.</summary>
    public static Model GoTo(Model model, StepScreen screen, Exercise exercise)
    {
        if (!screen.Lane.IsOriginal)
        {
            return model with { Notice = new Notice(words => words.Learning.NotInBranch) };
        }

        StepScreen there = StepUpdate.Leave(screen);
        int stop = screen.IsTour ? StopOf(screen.Lesson, exercise) : -1;
        there = stop >= 0
            ? there.AtStop(stop)
            : there.At(screen.Timeline.MomentOf(exercise.At.Iteration, exercise.At.Stored!.Value)!.Value) with { IsTour = false, Level = StepSize.Cell };
        return model with
        {
            Screen = IsSolved(model, screen.Lesson, exercise)
                ? there with { Exercise = new OpenExercise(exercise) { Verdict = new Verdict(VerdictKind.Right) } }
                : Opened(there, exercise),
        };
    }

    /// <summary>Covers a number, or the next one where none is named, and asks for it. What comes of it is not kept.</summary>
    public static Model Predict(Model model, StepScreen screen, string name)
    {
        StepScreen there;
        if (name.Length == 0)
        {
            there = screen.At(screen.Timeline.Next(screen.Moment, Level.Cell));
            if (there.Moment == screen.Moment)
            {
                return model with { Notice = new Notice(words => words.AtEnd) };
            }
        }
        else
        {
            Model gone = PromptUpdate.Go(model, screen, name);
            if (gone.Notice is not null)
            {
                return gone;
            }

            there = (StepScreen)gone.Screen;
        }

        if (there.Looked is not { } looked || there.Asked is { Stored: not null } || there.Moment.IsStart)
        {
            return model with { Notice = new Notice(words => words.Learning.CannotPredict(name)) };
        }

        string label = looked.Label.ToText(Engine.Formulas.Notation.Mathematical);
        PredictExercise exercise = new()
        {
            Id = "",
            At = looked,
            Quantity = looked,
            Decimals = there.Lesson.ExpectationOf(looked)?.Printed.Decimals ?? PredictExercise.Unsaid,
            Question = LocalizedText.From(language => Words.In(language).Learning.WhatIs(label)),
        };
        return model with
        {
            Screen = there with
            {
                IsTour = false,
                Level = StepSize.Cell,
                Cover = Cover.Formula,
                Exercise = new OpenExercise(exercise) { IsKept = false },
            },
        };
    }

    /// <summary>The screen without its exercise, which stays as it is: what was covered is open.</summary>
    public static StepScreen PassedOver(StepScreen screen) => screen with { Exercise = null, Cover = null };

    /// <summary>The number of the exercise among the lesson's, from 0; −1 for one that is not of the lesson.</summary>
    public static int NumberOf(StepScreen screen, Exercise exercise) => screen.Lesson.Exercises.IndexOf(exercise);

    /// <summary>The screen with another option or line chosen.</summary>
    public static StepScreen Choose(StepScreen screen, int step) => screen.Exercise is { Choices: > 0 } open
        ? screen with { Exercise = open with { Chosen = Rows.Moved(open.Chosen, step, open.Choices) } }
        : screen;

    private static Outcome Answer(Model model, StepScreen screen)
    {
        if (screen.Exercise is { IsOpen: true })
        {
            return model with { Screen = screen with { Prompt = new Prompt("") { Kind = PromptKind.Answer } } };
        }

        if (!screen.Lane.IsOriginal)
        {
            return model with { Notice = new Notice(words => words.Learning.NotInBranch) };
        }

        if (screen.Lesson.Exercises.IsEmpty)
        {
            return model with { Notice = new Notice(words => words.Learning.NoExercises) };
        }

        if (UnsolvedAt(model, screen) is { } here)
        {
            StepScreen opened = Opened(screen, here);
            return model with { Screen = opened with { Prompt = new Prompt("") { Kind = PromptKind.Answer } } };
        }

        Exercise[] unsolved = [.. screen.Lesson.Exercises.Where(exercise => !IsSolved(model, screen.Lesson, exercise))];
        Exercise? next = unsolved.FirstOrDefault(exercise => MomentOf(screen, exercise) > screen.Moment) ?? unsolved.FirstOrDefault();
        if (next is null)
        {
            return model with { Notice = new Notice(words => words.Learning.AllSolved, IsDone: true) };
        }

        // What is typed after the key is an answer, wherever it leads.
        Model there = GoTo(model, screen, next);
        return there with
        {
            Screen = (StepScreen)there.Screen with { Prompt = new Prompt("") { Kind = PromptKind.Answer } },
            Notice = new Notice(words => words.Learning.NextUnsolved, IsDone: true),
        };
    }

    private static Outcome Hint(Model model, StepScreen screen)
    {
        if (screen.Exercise is not { } open)
        {
            return model with { Notice = new Notice(words => words.Learning.NoExerciseHere) };
        }

        int authored = open.Exercise.Hints.Length;
        int most = authored + (open.Exercise is PredictExercise ? (int)Cover.Value + 1 : 0);
        if (!open.IsOpen || open.Hints >= most)
        {
            return model with { Notice = new Notice(words => words.Learning.NoMoreHints) };
        }

        OpenExercise hinted = open with { Hints = open.Hints + 1, IsHintLast = true, IsShown = open.Exercise is PredictExercise && open.Hints + 1 == most };
        Cover? cover = hinted.Hints <= authored ? screen.Cover : hinted.IsShown ? null : Cover.Formula + (hinted.Hints - authored);
        return Kept(
            model with { Screen = screen with { Exercise = hinted, Cover = cover } },
            screen.Lesson,
            hinted,
            kept => kept with { Hints = Math.Max(kept.Hints, hinted.Hints) });
    }

    private static Outcome Neighbour(Model model, StepScreen screen, int step)
    {
        if (!screen.Lane.IsOriginal)
        {
            return model with { Notice = new Notice(words => words.Learning.NotInBranch) };
        }

        ImmutableArray<Exercise> all = screen.Lesson.Exercises;
        if (all.IsEmpty)
        {
            return model with { Notice = new Notice(words => words.Learning.NoExercises) };
        }

        int index = screen.Exercise is { IsKept: true } open ? NumberOf(screen, open.Exercise)
            : step > 0 ? all.Count(exercise => MomentOf(screen, exercise) <= screen.Moment) - 1
            : all.Count(exercise => MomentOf(screen, exercise) < screen.Moment);
        return GoTo(model, screen, all[(int)((((long)index + step) % all.Length + all.Length) % all.Length)]);
    }

    private static StepScreen Opened(StepScreen screen, Exercise exercise) =>
        screen with { Exercise = new OpenExercise(exercise), Cover = Cover.Formula, Focus = null };

    private static Model Kept(Model model, Lesson lesson, OpenExercise open, Func<ExerciseProgress, ExerciseProgress> change)
    {
        if (!open.IsKept)
        {
            return model;
        }

        LessonProgress done = model.Progress.In(lesson.Id);
        ExerciseProgress before = done.Exercises.GetValueOrDefault(open.Exercise.Id) ?? new ExerciseProgress();
        return model with { Progress = model.Progress.With(lesson.Id, done with { Exercises = done.Exercises.SetItem(open.Exercise.Id, change(before)) }) };
    }

    private static Exercise? UnsolvedAt(Model model, StepScreen screen) => screen.Lesson.Exercises.FirstOrDefault(exercise =>
        MomentOf(screen, exercise) == screen.Moment && !IsSolved(model, screen.Lesson, exercise));

    private static bool IsSolved(Model model, Lesson lesson, Exercise exercise) =>
        model.Progress.In(lesson.Id).Exercises.GetValueOrDefault(exercise.Id)?.IsSolved == true;

    /// <summary>When an exercise is asked.</summary>
    public static Moment MomentOf(StepScreen screen, Exercise exercise) =>
        screen.Timeline.MomentOf(exercise.At.Iteration, exercise.At.Stored!.Value)!.Value;

    private static int StopOf(Lesson lesson, Exercise exercise)
    {
        for (int stop = 0; stop < lesson.Tour.Length; stop++)
        {
            if (lesson.Tour[stop].At.Stored == exercise.At.Stored && lesson.Tour[stop].At.Iteration == exercise.At.Iteration)
            {
                return stop;
            }
        }

        return -1;
    }
}
