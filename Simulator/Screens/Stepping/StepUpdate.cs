using System.Text;
using Engine.Planning;
using Engine.Time;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping.Breakpoints;
using Simulator.Screens.Stepping.Class;
using Simulator.Screens.Stepping.Exercises;
using Simulator.Screens.Stepping.Lanes;
using Simulator.Screens.Stepping.Palette;
using Simulator.Screens.Stepping.Panels;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;

namespace Simulator.Screens.Stepping;

/// <summary>What keys do while a lesson is stepped through.</summary>
internal static class StepUpdate
{
    public static Outcome Do(Model model, StepScreen screen, UserAction action, int count, Key last) =>
        ClassUpdate.Do(model, screen, action, count, model.Count > 0) ?? LaneUpdate.Do(model, screen, action) ?? ExerciseUpdate.Do(model, screen, action, count) ?? Step(model, screen, action, count, last);

    /// <summary>One step on, or back, as the tour or the size of steps has it.</summary>
    public static Model Step(Model model, StepScreen screen, UserAction action) => Move(model, screen, action == UserAction.Next ? 1 : -1);

    private static Outcome Step(Model model, StepScreen screen, UserAction action, int count, Key last) => action switch
    {
        UserAction.Next => count == 1 && ExerciseUpdate.BeforeNextStop(model, screen) is { } before
            ? model with { Screen = before }
            : ExerciseUpdate.Arrived(screen, Move(model, screen, count)),
        UserAction.Back => Move(model, screen, -count),
        UserAction.StepInto => Into(model, screen, count),
        UserAction.StepIntoBack => Into(model, screen, -count),
        UserAction.StepOut => Out(model, screen, count),
        UserAction.StepOutBack => Out(model, screen, -count),
        UserAction.NextPhase => Jump(model, screen, StepSize.Phase, count),
        UserAction.PreviousPhase => Jump(model, screen, StepSize.Phase, -count),
        UserAction.NextIteration => Jump(model, screen, StepSize.Iteration, count),
        UserAction.PreviousIteration => Jump(model, screen, StepSize.Iteration, -count),
        UserAction.NextEpoch => Jump(model, screen, StepSize.Epoch, count),
        UserAction.PreviousEpoch => Jump(model, screen, StepSize.Epoch, -count),
        UserAction.First => model with { Screen = Leave(screen).At(screen.Timeline.Start) with { Stop = -1 } },
        UserAction.Last => model with { Screen = ToEnd(Leave(screen)) },
        UserAction.FinerLevel => model with { Screen = WithLevel(screen, Neighbour(screen, 1, wraps: true)) },
        UserAction.CoarserLevel => model with { Screen = WithLevel(screen, Neighbour(screen, -1, wraps: true)) },
        UserAction.ToggleTour => ToggleTour(model, screen),
        UserAction.FocusNext => model with { Screen = Choose(screen, count) },
        UserAction.FocusPrevious => model with { Screen = Choose(screen, -count) },
        UserAction.Follow => screen.Panel.HasRows(screen) && screen.Focus is null ? screen.Panel.Enter(model, screen) : Follow(model, screen),
        UserAction.Return => Return(model, screen),
        UserAction.Forth => Forth(model, screen),
        UserAction.Mark => model with { Screen = Mark(screen, last.Character), Notice = new Notice(words => words.Marked(last.Character.ToString()), IsDone: true) },
        UserAction.GoToMark => GoToMark(model, screen, last.Character),
        UserAction.GoTo => model with { Screen = screen with { Prompt = new Prompt("") } },
        UserAction.NextPicture => model with { Screen = WithPicture(screen, count) },
        UserAction.PreviousPicture => model with { Screen = WithPicture(screen, -count) },
        UserAction.Zoom => model with { Screen = screen with { IsZoomed = !screen.IsZoomed } },
        UserAction.NextSubject => WithSubject(model, screen, count),
        UserAction.PreviousSubject => WithSubject(model, screen, -count),
        UserAction.CursorLeft => MoveCursor(model, screen, -count, 0),
        UserAction.CursorRight => MoveCursor(model, screen, count, 0),
        UserAction.CursorUp => MoveCursor(model, screen, 0, -count),
        UserAction.CursorDown => MoveCursor(model, screen, 0, count),
        UserAction.NextPanel => model with { Screen = screen with { Panel = SidePanel.All[Cyclic(SidePanel.All.IndexOf(screen.Panel) + count, SidePanel.All.Length)] } },
        UserAction.ToggleBreakpoint => TracingUpdate.ToggleBreakpoint(model, screen),
        UserAction.TypeBreakpoint => model with { Screen = TracingUpdate.TypeBreakpoint(screen) },
        UserAction.Continue => Continuing.Go(model, screen, count),
        UserAction.ContinueBack => Continuing.Go(model, screen, -count),
        UserAction.LastChange => ChangeSearch.Previous(model, screen),
        UserAction.NextChange => ChangeSearch.Next(model, screen),
        UserAction.ToggleWatch => TracingUpdate.ToggleWatch(model, screen),
        UserAction.TypeWatch => model with { Screen = TracingUpdate.TypeWatch(screen) },
        UserAction.Provenance => model with { Screen = TracingUpdate.ToggleProvenance(screen) },
        UserAction.Unfold => TracingUpdate.Unfold(model, screen),
        UserAction.RemoveRow => TracingUpdate.Remove(model, screen),
        UserAction.Recompute => model with { Screen = screen with { Gaps = [] } },
        _ => model,
    };

    /// <summary>Takes back what is chosen and asked for, so that the screen shows the moment itself.</summary>
    public static StepScreen Dismiss(StepScreen screen) => screen with { Focus = null, Asked = null };

    /// <summary>The screen, remembering where it is, so that Backspace comes back from wherever it goes now.</summary>
    public static StepScreen Leave(StepScreen screen) =>
        screen with { Trail = screen.Trail.Push(PlaceOf(screen)), Ahead = [] };

    /// <summary>The screen with a letter for where it is.</summary>
    public static StepScreen Mark(StepScreen screen, Rune letter) => screen with { Marks = screen.Marks.SetItem(letter, PlaceOf(screen)) };

    /// <summary>Goes where a letter was put.</summary>
    public static Model GoToMark(Model model, StepScreen screen, Rune letter) => screen.Marks.TryGetValue(letter, out Visit? place)
        ? model with { Screen = AtPlace(Leave(screen), place) }
        : model with { Notice = new Notice(words => words.NoMark(letter.ToString(), string.Join(' ', screen.Marks.Keys.Order()))) };

    /// <summary>The screen with another size of step, off the tour.</summary>
    public static StepScreen WithLevel(StepScreen screen, StepSize size) => screen with { Level = size, Focus = null, IsTour = false };

    /// <summary>The screen after going to a quantity, so that Backspace comes back.</summary>
    public static StepScreen Visit(StepScreen screen, ResolvedQuantity quantity)
    {
        StepScreen from = Leave(screen);
        if (quantity.Stored is { } stored)
        {
            // What no step computes is known from the beginning of its iteration.
            return screen.Timeline.MomentOf(quantity.Iteration, stored) is { } moment
                ? from.At(moment)
                : from.At(BeginningOf(from, quantity.Iteration)) with { Asked = quantity };
        }

        // A derivative that no step computes is looked at from where its upper number has just been computed.
        Address of = quantity.Derivative!.Value.Of;
        Moment there = screen.Timeline.MomentOf(quantity.Iteration, of) ?? BeginningOf(from, quantity.Iteration);
        bool isKnownHere = screen.Moment.Iteration == quantity.Iteration && screen.Moment >= there;
        return from.At(isKnownHere ? screen.Moment : there) with { Asked = quantity };
    }

    /// <summary>The moment before anything of an iteration has been computed, or the last one before it.</summary>
    private static Moment BeginningOf(StepScreen screen, int iteration) =>
        iteration == screen.Moment.Iteration ? screen.Moment : new Moment(iteration, 0, 0);

    /// <summary>What is said at the end: what is left to do here, and that there is another lesson.</summary>
    private static string WhatIsNext(Model model, StepScreen screen, string end, Words words)
    {
        int open = screen.Lesson.Exercises.Length - ExerciseUpdate.SolvedIn(model, screen.Lesson);
        return string.Join(
            ' ',
            new[]
            {
                end,
                open > 0 ? words.Picker.ExercisesOpen(open, model.KeyOf(UserAction.PreviousExercise)) : "",
                LessonOrder.HasNext(model, screen) ? words.Picker.NextLessonAfterTour(model.KeyOf(UserAction.NextLesson)) : "",
            }.Where(sentence => sentence.Length > 0));
    }

    private static Model Move(Model model, StepScreen screen, int count)
    {
        if (screen.IsTour)
        {
            bool endsEarly = screen.Moment < screen.Timeline.End;
            Notice notice = new(count < 0 ? words => words.AtStart : words => WhatIsNext(model, screen, endsEarly ? words.AtEndOfTour : words.AtEnd, words));

            // Off the path, going back returns to the stop it was left at, going on to the one after it.
            int stops = screen.Lesson.Tour.Length;
            int from = screen.IsOnTour || count > 0 ? screen.Stop : screen.Stop + 1;
            int stop = (int)Math.Clamp((long)from + count, -1, stops - 1);
            return stop == screen.Stop && screen.IsOnTour
                ? model with { Notice = notice }
                : model with { Screen = screen.AtStop(stop) };
        }

        return Jump(model, screen, screen.Level, count);
    }

    private static Model Jump(Model model, StepScreen screen, StepSize size, int count)
    {
        StepScreen next = size == StepSize.Term ? ByTerms(screen, count) : screen.At(Moved(screen, size, count));
        bool isSame = next.Moment == screen.Moment && next.Terms == screen.Terms;
        if (isSame && count < 0 && LaneUpdate.BeforeBranch(screen) is { } before)
        {
            return model with { Screen = before, Notice = new Notice(words => words.Lanes.NowIn(before.Lane.Title(words)), IsDone: true) };
        }

        return isSame && screen.Asked is null
            ? model with { Notice = new Notice(count > 0 ? words => words.AtEnd : words => words.AtStart) }
            : model with { Screen = screen.IsTour ? OnTourAt(screen, next.Moment) : next };
    }

    /// <summary>The moment so many steps on, or back. Terms that have been added belong to the number after the moment.</summary>
    private static Moment Moved(StepScreen screen, StepSize size, int count)
    {
        Timeline timeline = screen.Timeline;
        Level level = size.ToLevel();
        if (level == Level.Cell)
        {
            int partly = screen.Terms > 0 && count < 0 ? 1 : 0;
            return timeline.MomentAt(Math.Clamp(timeline.OrdinalOf(screen.Moment) + count + partly, 0, timeline.Length));
        }

        Moment moment = screen.Moment;
        for (int step = Math.Abs(count); step > 0; step--)
        {
            Moment next = count > 0 ? timeline.Next(moment, level) : timeline.Previous(moment, level);
            if (next == moment)
            {
                break;
            }

            moment = next;
        }

        return moment;
    }

    /// <summary>Term by term: the summands of a number's sum, then the number itself.</summary>
    private static StepScreen ByTerms(StepScreen screen, int count)
    {
        Timeline timeline = screen.Timeline;
        (Moment moment, int terms) = (screen.Moment, screen.Terms);
        for (int step = Math.Abs(count); step > 0; step--)
        {
            if (count > 0 && moment < timeline.End)
            {
                Moment next = timeline.Next(moment, Level.Cell);
                (moment, terms) = terms + 1 < TermsAt(timeline, next) ? (moment, terms + 1) : (next, 0);
            }
            else if (count < 0 && terms > 0)
            {
                terms--;
            }
            else if (count < 0 && !moment.IsStart)
            {
                terms = TermsAt(timeline, moment) - 1;
                moment = timeline.Previous(moment, Level.Cell);
            }
        }

        return screen.At(moment) with { Terms = terms };
    }

    private static int TermsAt(Timeline timeline, Moment moment) => ExplanationModel.TermsOf(timeline.Plan, timeline.AddressAt(moment)!.Value);

    /// <summary>One size finer, and the first step of that size; so often as asked.</summary>
    private static Model Into(Model model, StepScreen screen, int count)
    {
        StepScreen from = screen;
        for (int step = Math.Abs(count); step > 0; step--)
        {
            screen = WithLevel(screen, Neighbour(screen, 1, wraps: false));
            model = Jump(model with { Screen = screen }, screen, screen.Level, Math.Sign(count));
            screen = (StepScreen)model.Screen;
        }

        return model.Notice is null ? model with { Notice = SizeNotice(from, screen) } : model;
    }

    /// <summary>To the end of what the step belongs to, or to its beginning, and one size coarser; so often as asked.</summary>
    private static Model Out(Model model, StepScreen screen, int count)
    {
        if (screen.Moment.IsStart && screen.Terms == 0)
        {
            // Nothing has been begun that one could be in.
            return model with { Notice = new Notice(words => words.AtStart) };
        }

        StepScreen from = screen;
        for (int step = Math.Abs(count); step > 0; step--)
        {
            StepSize size = Neighbour(screen, -1, wraps: false);
            Timeline timeline = screen.Timeline;

            // The end of a unit is the stop after its beginning; at the end one is out already.
            Level level = size.ToLevel();
            Moment beginning = timeline.Previous(screen.Moment, level);
            Moment end = screen.Moment.IsStart && screen.Terms == 0 ? screen.Moment : timeline.Next(screen.Terms > 0 ? screen.Moment : beginning, level);
            screen = WithLevel(screen.At(count > 0 ? end : beginning), size);
        }

        return model with { Screen = screen, Notice = SizeNotice(from, screen) };
    }

    private static Notice SizeNotice(StepScreen from, StepScreen to) => new(words => words.SizeChosen(words.Level(to.Level), from.IsTour), IsDone: true);

    private static StepSize Neighbour(StepScreen screen, int finer, bool wraps)
    {
        StepSize[] sizes = StepSizes.In(screen.Timeline);
        int index = Array.IndexOf(sizes, screen.Level) + finer;
        return sizes[wraps ? Cyclic(index, sizes.Length) : Math.Clamp(index, 0, sizes.Length - 1)];
    }

    private static int Cyclic(long index, int length) => (int)(((index % length) + length) % length);

    /// <summary>The tour at a moment: at the stop there, otherwise between the stops before and after it.</summary>
    private static StepScreen OnTourAt(StepScreen screen, Moment moment)
    {
        int stop = StopAt(screen, moment);
        StepScreen there = screen with { Stop = stop };
        return stop >= 0 && MomentOf(screen, stop) == moment ? there.AtStop(stop) : there.At(moment);
    }

    /// <summary>
    /// The tour's stop at a moment; where there is none the last one that is not ahead, −1 for none. The tour may look ahead,
    /// so that its stops are not always in the order of time.
    /// </summary>
    private static int StopAt(StepScreen screen, Moment moment)
    {
        if (screen.Stop >= 0 && MomentOf(screen, screen.Stop) == moment)
        {
            return screen.Stop;
        }

        int stop = -1;
        for (int index = 0; index < screen.Lesson.Tour.Length; index++)
        {
            Moment there = MomentOf(screen, index);
            if (there == moment)
            {
                return index;
            }

            stop = there < moment ? index : stop;
        }

        return stop;
    }

    private static Moment MomentOf(StepScreen screen, int stop)
    {
        ResolvedQuantity at = screen.Lesson.Tour[stop].At;
        return screen.Timeline.MomentOf(at.Iteration, at.Stored!.Value)!.Value;
    }

    private static StepScreen ToEnd(StepScreen screen) =>
        screen.IsTour ? screen.AtStop(screen.Lesson.Tour.Length - 1) : screen.At(screen.Timeline.End);

    private static Model ToggleTour(Model model, StepScreen screen)
    {
        if (screen.Lesson.Tour.IsEmpty)
        {
            return model with { Notice = new Notice(words => words.NoTour) };
        }

        if (screen.IsTour)
        {
            return model with { Screen = screen with { IsTour = false } };
        }

        return model with { Screen = (screen with { IsTour = true, Level = StepSize.Cell }).AtStop(StopAt(screen, screen.Moment)) };
    }

    private static StepScreen Choose(StepScreen screen, int step)
    {
        if (screen.Panel.HasRows(screen))
        {
            return screen.Panel.Choose(screen, step);
        }

        int choices = ExplanationModel.Of(screen, Words.In(Lessons.Language.English)).Choices.Length;
        long current = screen.Focus ?? (step > 0 ? -1 : choices);
        return choices == 0 ? screen : screen with { Focus = Cyclic(current + step, choices) };
    }

    private static Model Follow(Model model, StepScreen screen)
    {
        var choices = ExplanationModel.Of(screen, model.Words).Choices;
        if (screen.Focus is not { } focus || focus >= choices.Length)
        {
            return model with { Notice = new Notice(words => words.NothingToFollow) };
        }

        return model with { Screen = Visit(screen, choices[focus]) };
    }

    private static Model Return(Model model, StepScreen screen)
    {
        if (screen.Trail.IsEmpty)
        {
            return model with { Notice = new Notice(words => words.NowhereToReturn) };
        }

        StepScreen back = screen with { Trail = screen.Trail.Pop(out Visit from), Ahead = screen.Ahead.Push(PlaceOf(screen)) };
        return model with { Screen = AtPlace(back, from) };
    }

    private static Model Forth(Model model, StepScreen screen)
    {
        if (screen.Ahead.IsEmpty)
        {
            return model with { Notice = new Notice(words => words.NowhereForth) };
        }

        StepScreen forth = screen with { Ahead = screen.Ahead.Pop(out Visit to), Trail = screen.Trail.Push(PlaceOf(screen)) };
        return model with { Screen = AtPlace(forth, to) };
    }

    private static Visit PlaceOf(StepScreen screen) => new(screen.Moment, screen.Asked, screen.Stop, screen.Lane);

    /// <summary>The screen at a place; one in a lane that has been taken back is looked up in the lane we are in.</summary>
    private static StepScreen AtPlace(StepScreen screen, Visit place) => screen.Lanes.Contains(place.Lane)
        ? LaneUpdate.InLane(screen, place.Lane).At(place.Moment) with { Asked = place.Asked, Stop = place.Stop }
        : screen.At(new Comparison(place.Lane.Timeline, screen.Timeline).MomentInOther(place.Moment));

    private static StepScreen WithPicture(StepScreen screen, int step) => screen with
    {
        Picture = Picture.All[Cyclic(Picture.All.IndexOf(screen.Picture) + step, Picture.All.Length)],
        Subject = null,
    };

    /// <summary>The next subject, round the end; where none need be chosen, none is one of them.</summary>
    private static Model WithSubject(Model model, StepScreen screen, int step)
    {
        int subjects = screen.Picture.SubjectsOf(screen);
        if (subjects == 0)
        {
            return model with { Notice = new Notice(words => words.NoSubjects) };
        }

        int none = screen.Picture.SubjectOf(screen with { Subject = null }) is null ? 1 : 0;
        int index = screen.Picture.SubjectOf(screen) is { } subject ? subject + none : 0;
        int next = Cyclic((long)index + step, subjects + none) - none;
        return model with { Screen = screen with { Subject = next < 0 ? null : next } };
    }

    private static Model MoveCursor(Model model, StepScreen screen, int columns, int rows) => screen.Picture.Move(screen, columns, rows) is { } moved
        ? model with { Screen = moved }
        : model with { Notice = new Notice(words => words.NoCursor) };
}
