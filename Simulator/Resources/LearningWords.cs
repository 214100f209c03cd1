using Lessons.Exercises;

namespace Simulator.Resources;

/// <summary>The words of exercises, hints and verdicts in one language.</summary>
internal sealed record LearningWords
{
    public static LearningWords English { get; } = new()
    {
        Resumed = where => $"You stopped here last time: {where}. gg goes to the start.",
        Damaged = path => $"Your progress could not be read and was put aside as {path}. A new file is begun.",
        PartlyDamaged = path => $"A part of your progress could not be read. The rest is here; the file as it was is {path}.",
        FromNewerVersion = path => $"{path} was written by a newer version of the program. It is left as it is; nothing new is kept.",
        NotKept = (path, reason) => $"Your progress is not kept: {path}: {reason} It is tried again.",
        ForgetQuestion = (answers, lessons, learner) => $"Forget {answers} answers in {lessons} lessons of learner '{learner}'? y/N ",
        NothingToForget = learner => $"Learner '{learner}' has done nothing there yet.",
        Forgotten = (answers, lessons, copy) => $"Forgotten: {answers} answers in {lessons} lessons. A copy is in {copy}.",
        NothingForgotten = "Nothing was forgotten.",
        TermVerb = "say what a term of the glossary means",
        WhatIs = label => $"What is {label}?",
        Exercise = "Exercise",
        Exercises = "Exercises",
        ExerciseOf = (number, count) => $"Exercise {number} of {count}",
        Proved = (proved, count) => $"{count} exercises: {proved} proved, {count - proved} wrong",
        HowToAnswer = "a answer · i hint · → go on without",
        HowToChoose = "a choose · i hint · → go on without",
        AnswerPrompt = "Answer",
        AnswerNumber = decimals => $"a number with {decimals} decimals",
        AnswerChoice = count => $"1 to {count}",
        Right = "Right.",
        Wrong = "Not yet.",
        WrongTryAgain = "Not yet. Try again, or i for a hint.",
        TooFewDigits = decimals => $"Right as far as it goes; give it with {decimals} decimals.",
        RoundedOnTheWay = "Very near: keep more digits on the way, and round only at the end.",
        Unreadable = text => $"'{text}' is no number; write it like 0.08 or -1.5e-3.",
        UnreadableChoice = (text, count) => $"'{text}' is none of them; type a number from 1 to {count}.",
        Solved = "solved",
        Tried = "tried",
        NotYet = "not yet",
        Shown = "shown",
        HintsUsed = count => count == 1 ? "1 hint" : $"{count} hints",
        Tries = count => count == 1 ? "1 try" : $"{count} tries",
        SolvedOf = (solved, count) => $"✓ {solved}/{count}",
        NoMoreHints = "There are no more hints.",
        HintFormula = "The formula is uncovered.",
        HintNumbers = "The numbers are put in; only the value is missing.",
        HintValue = "This is the value. Shown is not solved: the exercise stays open.",
        HintOf = (number, count) => $"Hint {number} of {count}",
        NoExerciseHere = "There is no exercise here; n goes to the next one.",
        NoExercises = "This lesson has no exercises.",
        AllSolved = "Every exercise of this lesson is solved.",
        NotInBranch = "Exercises belong to the lesson itself; u takes the branch back.",
        NextUnsolved = "The next exercise that is not solved.",
        Here = id => $"There is an exercise here ({id}); a answers it.",
        ExerciseVerb = "go to an exercise",
        AnswerVerb = "answer the exercise that is open",
        PredictVerb = "cover a number and predict it; without a name the next one",
        NoSuchExercise = (id, all) => $"There is no exercise '{id}'; there are {all}.",
        CannotPredict = name => $"{name} is given; only what a step computes can be predicted.",
        LineIsWrong = "This line is not the wrong one.",
        SlipText = (kind, about) => (kind, about) switch
        {
            (SlipKind.WrongSign, _) => "The sign is the wrong way round.",
            (SlipKind.MissingActivationDerivative, null) => "The derivative of the activation is missing.",
            (SlipKind.MissingActivationDerivative, _) => $"The derivative of the activation, {about}, is missing.",
            (SlipKind.NewWeight, null) => "This uses weights after the update; the way back needs the old ones.",
            (SlipKind.NewWeight, _) => $"This uses {about} after the update; the way back needs the old one.",
            (SlipKind.OldWeight, null) => "This uses weights from before the update.",
            (SlipKind.OldWeight, _) => $"This uses {about} from before the update.",
            (SlipKind.OnePathOnly, null) => "This is one path only; add up all of them.",
            (SlipKind.OnePathOnly, _) => $"This is one path only, {about}; add up all of them.",
            (SlipKind.TransposedIndex, null) => "Row and column of the weights are exchanged.",
            (SlipKind.TransposedIndex, _) => $"Row and column are exchanged: look up {about} again.",
            (SlipKind.NotAveraged, _) => "This is not divided by the count: the loss is a mean.",
            _ => "A factor of ½ or 2 is too many or too few.",
        },
    };

    public static LearningWords Korean { get; } = new()
    {
        Resumed = where => $"지난번에 멈춘 곳입니다: {where}. gg를 누르면 처음으로 갑니다.",
        Damaged = path => $"학습 기록을 읽을 수 없어 {path} 파일로 옮겨 두고 새로 시작합니다.",
        PartlyDamaged = path => $"학습 기록의 일부를 읽을 수 없습니다. 나머지는 그대로이고, 원래 파일은 {path}에 있습니다.",
        FromNewerVersion = path => $"{path} 파일은 더 새로운 버전에서 쓴 것입니다. 그대로 두고, 이번에는 기록하지 않습니다.",
        NotKept = (path, reason) => $"학습 기록을 저장할 수 없습니다: {path}: {reason} 다시 시도합니다.",
        ForgetQuestion = (answers, lessons, learner) => $"학습자 '{learner}'의 강의 {lessons}개, 답 {answers}개를 지울까요? y/N ",
        NothingToForget = learner => $"학습자 '{learner}'의 기록이 없습니다.",
        Forgotten = (answers, lessons, copy) => $"강의 {lessons}개, 답 {answers}개를 지웠습니다. 원래 파일은 {copy}에 있습니다.",
        NothingForgotten = "지우지 않았습니다.",
        TermVerb = "용어집에서 낱말의 뜻 보기",
        WhatIs = label => $"{label}의 값은 얼마일까요?",
        Exercise = "문제",
        Exercises = "문제",
        ExerciseOf = (number, count) => $"문제 {number}/{count}",
        Proved = (proved, count) => $"문제 {count}개: {proved}개 확인, {count - proved}개 잘못됨",
        HowToAnswer = "a 답하기 · i 힌트 · → 건너뛰기",
        HowToChoose = "a 고르기 · i 힌트 · → 건너뛰기",
        AnswerPrompt = "답",
        AnswerNumber = decimals => $"소수점 아래 {decimals}자리까지",
        AnswerChoice = count => $"1부터 {count}까지",
        Right = "맞았습니다.",
        Wrong = "아직 정답이 아닙니다.",
        WrongTryAgain = "아직 정답이 아닙니다. 다시 해 보거나 i로 힌트를 보세요.",
        TooFewDigits = decimals => $"여기까지는 맞습니다. 소수점 아래 {decimals}자리까지 답하세요.",
        RoundedOnTheWay = "거의 맞았습니다. 중간에서는 자릿수를 넉넉히 두고 마지막에만 반올림하세요.",
        Unreadable = text => $"'{text}' 안에 숫자가 없습니다. 0.08이나 -1.5e-3처럼 쓰세요.",
        UnreadableChoice = (text, count) => $"'{text}' 번은 없습니다. 1부터 {count} 사이의 번호를 입력하세요.",
        Solved = "풀었음",
        Tried = "틀림",
        NotYet = "아직",
        Shown = "답을 봄",
        HintsUsed = count => $"힌트 {count}",
        Tries = count => $"{count}번 답함",
        SolvedOf = (solved, count) => $"✓ {solved}/{count}",
        NoMoreHints = "힌트를 모두 보았습니다.",
        HintFormula = "식을 보여 드립니다.",
        HintNumbers = "식에 숫자를 넣었습니다. 이제 값만 남았습니다.",
        HintValue = "이것이 답입니다. 답을 본 문제는 푼 것으로 치지 않습니다.",
        HintOf = (number, count) => $"힌트 {count}개 중 {number}번",
        NoExerciseHere = "여기에는 문제가 없습니다. n을 누르면 다음 문제로 갑니다.",
        NoExercises = "이 강의에는 문제가 없습니다.",
        AllSolved = "이 강의의 문제를 모두 풀었습니다.",
        NotInBranch = "문제는 원래 강의에만 있습니다. u를 누르면 갈래에서 돌아갑니다.",
        NextUnsolved = "아직 풀지 않은 다음 문제입니다.",
        Here = id => $"여기에 문제가 있습니다({id}). a를 누르면 답합니다.",
        ExerciseVerb = "문제로 가기",
        AnswerVerb = "열린 문제에 답하기",
        PredictVerb = "숫자를 가리고 예측하기, 이름이 없으면 다음 숫자",
        NoSuchExercise = (id, all) => $"'{id}' 문제가 없습니다. 있는 문제: {all}.",
        CannotPredict = name => $"{name} 값은 주어진 것입니다. 단계에서 계산하는 숫자만 예측할 수 있습니다.",
        LineIsWrong = "이 줄은 틀리지 않았습니다.",
        SlipText = (kind, about) => (kind, about) switch
        {
            (SlipKind.WrongSign, _) => "부호가 반대입니다.",
            (SlipKind.MissingActivationDerivative, null) => "활성화 함수의 미분이 빠졌습니다.",
            (SlipKind.MissingActivationDerivative, _) => $"활성화 함수의 미분 {about} 값이 빠졌습니다.",
            (SlipKind.NewWeight, null) => "갱신한 뒤의 가중치를 썼습니다. 역전파에는 갱신 전의 값을 씁니다.",
            (SlipKind.NewWeight, _) => $"갱신한 뒤의 {about} 값을 썼습니다. 역전파에는 갱신 전의 값을 씁니다.",
            (SlipKind.OldWeight, null) => "갱신하기 전의 가중치를 썼습니다.",
            (SlipKind.OldWeight, _) => $"갱신하기 전의 {about} 값을 썼습니다.",
            (SlipKind.OnePathOnly, null) => "길 하나만 계산했습니다. 모든 길을 더하세요.",
            (SlipKind.OnePathOnly, _) => $"길 하나({about})만 계산했습니다. 모든 길을 더하세요.",
            (SlipKind.TransposedIndex, null) => "가중치의 행과 열이 바뀌었습니다.",
            (SlipKind.TransposedIndex, _) => $"행과 열이 바뀌었습니다. {about} 값을 다시 찾아보세요.",
            (SlipKind.NotAveraged, _) => "개수로 나누지 않았습니다. 손실은 평균입니다.",
            _ => "½이나 2를 빠뜨렸거나 더 곱했습니다.",
        },
    };

    /// <summary>That the lesson goes on where it was left, and where that is.</summary>
    public required Func<string, string> Resumed { get; init; }

    public required Func<string, string> Damaged { get; init; }

    public required Func<string, string> PartlyDamaged { get; init; }

    public required Func<string, string> FromNewerVersion { get; init; }

    /// <summary>That a file cannot be written, and why.</summary>
    public required Func<string, string, string> NotKept { get; init; }

    /// <summary>How many answers in how many lessons of which learner are to be forgotten.</summary>
    public required Func<int, int, string, string> ForgetQuestion { get; init; }

    public required Func<string, string> NothingToForget { get; init; }

    /// <summary>How many answers in how many lessons were forgotten, and where a copy is.</summary>
    public required Func<int, int, string, string> Forgotten { get; init; }

    public required string NothingForgotten { get; init; }

    public required string TermVerb { get; init; }

    public required Func<string, string> WhatIs { get; init; }

    public required string Exercise { get; init; }

    public required string Exercises { get; init; }

    public required Func<int, int, string> ExerciseOf { get; init; }

    /// <summary>How many exercises were proved, of how many.</summary>
    public required Func<int, int, string> Proved { get; init; }

    public required string HowToAnswer { get; init; }

    public required string HowToChoose { get; init; }

    public required string AnswerPrompt { get; init; }

    public required Func<int, string> AnswerNumber { get; init; }

    public required Func<int, string> AnswerChoice { get; init; }

    public required string Right { get; init; }

    public required string Wrong { get; init; }

    public required string WrongTryAgain { get; init; }

    public required Func<int, string> TooFewDigits { get; init; }

    public required string RoundedOnTheWay { get; init; }

    public required Func<string, string> Unreadable { get; init; }

    public required Func<string, int, string> UnreadableChoice { get; init; }

    public required string Solved { get; init; }

    public required string Tried { get; init; }

    public required string NotYet { get; init; }

    public required string Shown { get; init; }

    public required Func<int, string> HintsUsed { get; init; }

    public required Func<int, string> Tries { get; init; }

    /// <summary>How many exercises are solved, of how many, for the header.</summary>
    public required Func<int, int, string> SolvedOf { get; init; }

    public required string NoMoreHints { get; init; }

    public required string HintFormula { get; init; }

    public required string HintNumbers { get; init; }

    public required string HintValue { get; init; }

    public required Func<int, int, string> HintOf { get; init; }

    public required string NoExerciseHere { get; init; }

    public required string NoExercises { get; init; }

    public required string AllSolved { get; init; }

    public required string NotInBranch { get; init; }

    public required string NextUnsolved { get; init; }

    public required Func<string, string> Here { get; init; }

    public required string ExerciseVerb { get; init; }

    public required string AnswerVerb { get; init; }

    public required string PredictVerb { get; init; }

    /// <summary>That there is no exercise of an id, and which there are.</summary>
    public required Func<string, string, string> NoSuchExercise { get; init; }

    public required Func<string, string> CannotPredict { get; init; }

    public required string LineIsWrong { get; init; }

    /// <summary>What a slip is, and the number that it is about where there is one.</summary>
    public required Func<SlipKind, string?, string> SlipText { get; init; }
}
