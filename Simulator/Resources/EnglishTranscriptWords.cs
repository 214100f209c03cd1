using Engine.Planning;
using Simulator.Transcripts;

namespace Simulator.Resources;

/// <summary>The words of transcripts in English.</summary>
internal static class EnglishTranscriptWords
{
    public static TranscriptWords All { get; } = new()
    {
        Speech = SpeechWords.English,
        Arrow = "to",
        AtMost = "at most",
        AtLeast = "at least",
        Unequal = "not equal to",
        Agrees = "agrees",
        Differs = "differs",
        Root = "the square root of",
        SumSign = "the sum of",
        Phase = phase => phase switch
        {
            Phase.Forward => "forward pass",
            Phase.Loss => "loss",
            Phase.Backward => "backward pass",
            _ => "update",
        },
        Heading = (name, where, iteration) => $"{Capital(name)}, {where}, iteration {iteration}.",
        Derived = "derivative that no step computes",
        Formula = (name, formula) => $"{Capital(name ?? "It")} is {formula}",
        FormulaEnd = ".",
        WithNumbers = (numbers, value) => value is null ? $": {numbers}." : $": {numbers}, which is {value}.",
        OnlyValue = value => $", which is {value}.",
        ValueIs = (name, value) => $"{Capital(name ?? "It")} is {value}.",
        Chosen = formula => $"Here that is {formula}.",
        Body = body => $"Written out, that is {body}.",
        Chain = (formula, numbers) => $"By the chain rule it is {formula}{(numbers is null ? "" : $": {numbers}")}.",
        Unreached = (of, by) => $"{of} does not depend on {by}.",
        PrintedAgrees = printed => $"The document prints {printed}, which agrees.",
        PrintedDiffers = (printed, difference) => $"The document prints {printed}, which differs by {difference}.",
        NotYet = "It is not computed yet.",
        Iteration = (iteration, iterations) => $"Iteration {iteration} of {iterations}.",
        Given = "Given at its beginning:",
        PhaseBegins = (phase, stage) => stage is null ? $"{FirstCapital(phase)}."
            : stage.Contains(phase, StringComparison.OrdinalIgnoreCase) ? stage
            : $"{FirstCapital(phase)}. {stage}",
        Stop = (stop, stops, text) => $"Tour, stop {stop} of {stops}. {text}",
        TermsOf = (name, terms, all, formula, numbers) => $"{Capital(name)}, {terms} of {all} terms added. {formula}: {numbers}.",
        StepDone = (unit, phase, iteration) => $"One step {unit}, to {(phase.Length == 0 ? "" : phase + ", ")}iteration {iteration}.",
        NoGradient = "The training does not compute how the loss depends on this.",
        ValueInList = (name, value) => $"{name} is {value}",
        Computed = (count, list) => count == 1 ? $"1 number was computed: {list}." : $"{count} numbers were computed: {list}.",
        AndMore = count => $"and {count} more",
        AtStart = "This is the start; nothing has been computed yet.",
        Branch = title => $"Branch: {title}.",
        ChosenNumber = text => $"Chosen: {text}.",
        StepsGo = size => $"Steps now go {size}.",
        TourOn = "The tour is on.",
        TourOff = "The tour is off; every step is said.",
        Shown = picture => $"The picture is now: {picture}. A transcript does not describe pictures.",
        Working = what => $"{Capital(what)}.",
        Empty = "Nothing.",
        Row = (number, text) => $"{number}. {text}.",
        List = (title, count) => count == 1 ? $"{title}, 1 entry." : $"{title}, {count} entries.",
        Help =
        [
            "Type a word or letter and press Enter.",
            "Enter alone, n or next: the next step. b or back: the step before. A number in front does it so often: 10 n.",
            ". or again: says the step again. w or why: how the loss depends on the number, by the chain rule.",
            "t or tour: from stop to stop of the tour, or every step. l or level: the size of a step. phase and iteration go on to the end of one.",
            "The name of a number, such as h1, dE_total/dw5, w5+ or z1@2, goes there. A whole number goes to that step, 50% half of the way.",
            "r or return: back to where you came from.",
            "values: the numbers of this iteration so far. where: what the number is made from and what uses it.",
            "set w5 = 0.9: a branch in which that is so. undo takes it back.",
            "break loss < 0.1: stops there. continue goes on to the next stop, continue back to the one before. breakpoints lists them.",
            "watch w5: follows a number. watches lists them.",
            "exercise: goes to the next exercise. a or answer, and the answer: a 0.11. i or hint: a hint.",
            "language: English or Korean. help or ?: this list. q or quit: leaves.",
            "After a colon everything is taken as in the full screen's command line: :iteration 2.",
        ],
        Welcome = "Press Enter for the next step, type ? for what else there is, q to leave.",
        Prompt = "Next?",
        Unfinished = text => $"'{text}' needs more.",
        MayBe = list => $"It may go on like this: {list}.",
        ExerciseIs = (number, count, question) => $"Exercise {number} of {count}. {question}",
        Option = (number, text) => $"{number}: {text}",
        Line = (number, sentence) => $"Line {number}: {sentence}",
        AnswerWithNumber = decimals => $"Type a and the number with {decimals} decimals, i for a hint, or Enter to hear it.",
        AnswerWithChoice = count => $"Type a and a number from 1 to {count}, i for a hint, or Enter to go on without.",
        AskAnswer = "Your answer:",
        NoExerciseHere = "There is no exercise here; the word exercise goes to the next one.",
        NotInBranch = "Exercises belong to the lesson itself; undo takes the branch back.",
        Lessons = "Lessons:",
        ChooseLesson = "Type the number or the name of a lesson and press Enter; q leaves.",
        NoSuchLesson = text => $"There is no lesson '{text}'.",
        CommandWords = command => command switch
        {
            TranscriptCommand.Next => ["next"],
            TranscriptCommand.Back => ["back"],
            TranscriptCommand.Again => ["again"],
            TranscriptCommand.Why => ["why"],
            TranscriptCommand.Tour => ["tour"],
            TranscriptCommand.Level => ["level"],
            TranscriptCommand.Return => ["return"],
            TranscriptCommand.Values => ["values", "numbers"],
            TranscriptCommand.Where => ["where"],
            TranscriptCommand.Continue => ["continue"],
            TranscriptCommand.ContinueBack => ["continue back"],
            TranscriptCommand.Breakpoints => ["breakpoints"],
            TranscriptCommand.Watches => ["watches"],
            TranscriptCommand.Undo => ["undo"],
            TranscriptCommand.Redo => ["redo"],
            TranscriptCommand.Phase => ["phase"],
            TranscriptCommand.Iteration => ["iteration"],
            TranscriptCommand.First => ["start"],
            TranscriptCommand.Last => ["end"],
            TranscriptCommand.Answer => ["answer"],
            TranscriptCommand.Hint => ["hint"],
            TranscriptCommand.Exercise => ["exercise"],
            TranscriptCommand.Language => ["language"],
            TranscriptCommand.Help => ["help"],
            _ => ["quit", "exit"],
        },
    };

    /// <summary>A phrase as a sentence begins with it; a name of one word stays as it is written.</summary>
    private static string Capital(string text) => text.IndexOf(' ', StringComparison.Ordinal) <= 1 ? text : FirstCapital(text);

    private static string FirstCapital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
