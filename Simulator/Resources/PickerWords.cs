using Simulator.Learning;
using Simulator.Screens.Picking;

namespace Simulator.Resources;

/// <summary>The words of the list of lessons in one language.</summary>
internal sealed record PickerWords
{
    public static PickerWords English { get; } = new()
    {
        State = state => state switch
        {
            LessonState.Done => "done",
            LessonState.InProgress => "in progress",
            _ => "not begun",
        },
        Filter = filter => filter switch
        {
            PickerFilter.NotDone => "not done",
            PickerFilter.Done => "done",
            _ => "all lessons",
        },
        Shown = (what, shown, all) => shown == all ? $"Shown: {what}" : $"Shown: {what}, {shown} of {all}",
        Searched = text => $"search: {text}",
        DoneOf = (done, all) => $"{done}/{all} done",
        Solved = (solved, all) => $"solved {solved}/{all}",
        SolvedLong = (solved, all) => $"{solved} of {all} exercises solved",
        Seen = (seen, all) => $"tour seen to stop {seen} of {all}",
        OtherLessons = "Other lessons",
        NothingFound = text => $"No lesson has “{text}”.",
        NothingFiltered = filter => filter == PickerFilter.Done ? "No lesson is done yet." : "Every lesson is done.",
        HowToShowAll = key => $"{key} clears search and filter and shows all lessons again.",
        SearchPrompt = "Search",
        SearchHelp = "Enter keeps it · Esc clears it",
        SearchExamples = "a title, a chapter, adam, softmax …",
        LeftAtStart = "left before the first step",
        LeftAtStop = (stop, all) => $"left at stop {stop} of {all}",
        LeftAfter = count => count == 1 ? "left after 1 number" : $"left after {count} numbers",
        Document = file => $"Document: {file}",
        AskToForget = title => $"Forget what was done in “{title}”? y/N",
        Forgotten = "Forgotten: the lesson is as if it had never been begun.",
        Kept = "Nothing was forgotten.",
        NothingToForget = "Nothing was done in this lesson yet.",
        NotInList = "This lesson is not in the list, so there is none before or after it.",
        IsLastLesson = "This is the last lesson.",
        IsFirstLesson = "This is the first lesson.",
        NextLessonAfterTour = key => $"{key} opens the next lesson.",
        ExercisesOpen = (count, key) => count == 1 ? $"One exercise is open; {key} goes back to it." : $"{count} exercises are open; {key} goes back to them.",
        Welcome = WelcomeWords.English,
    };

    public static PickerWords Korean { get; } = new()
    {
        State = state => state switch
        {
            LessonState.Done => "끝냄",
            LessonState.InProgress => "하는 중",
            _ => "시작 전",
        },
        Filter = filter => filter switch
        {
            PickerFilter.NotDone => "안 끝난 강의",
            PickerFilter.Done => "끝난 강의",
            _ => "모든 강의",
        },
        Shown = (what, shown, all) => shown == all ? $"보기: {what}" : $"보기: {what}, {all}개 중 {shown}개",
        Searched = text => $"찾는 말: {text}",
        DoneOf = (done, all) => $"{done}/{all} 끝냄",
        Solved = (solved, all) => $"문제 {solved}/{all}",
        SolvedLong = (solved, all) => $"연습 문제 {all}개 중 {solved}개 풂",
        Seen = (seen, all) => $"둘러보기 {all}곳 중 {seen}번째까지 봄",
        OtherLessons = "그 밖의 강의",
        NothingFound = text => $"'{text}'에 맞는 강의가 없습니다.",
        NothingFiltered = filter => filter == PickerFilter.Done ? "아직 끝낸 강의가 없습니다." : "강의를 모두 끝냈습니다.",
        HowToShowAll = key => $"{key} 키를 누르면 모든 강의가 다시 보입니다.",
        SearchPrompt = "찾기",
        SearchHelp = "Enter 그대로 두기 · Esc 지우기",
        SearchExamples = "제목, 단원, adam, softmax …",
        LeftAtStart = "첫 단계 전에서 멈춤",
        LeftAtStop = (stop, all) => $"{all}곳 중 {stop}번째에서 멈춤",
        LeftAfter = count => $"숫자 {count}개를 계산하고 멈춤",
        Document = file => $"문서: {file}",
        AskToForget = title => $"'{title}'에서 한 일을 지울까요? y(예)/N(아니요)",
        Forgotten = "지웠습니다. 이 강의는 처음 상태로 돌아갔습니다.",
        Kept = "지우지 않았습니다.",
        NothingToForget = "이 강의에서는 아직 한 일이 없습니다.",
        NotInList = "목록에 없는 강의라서 앞뒤 강의가 없습니다.",
        IsLastLesson = "마지막 강의입니다.",
        IsFirstLesson = "첫 번째 강의입니다.",
        NextLessonAfterTour = key => $"{key} 키를 누르면 다음 강의가 열립니다.",
        ExercisesOpen = (count, key) => $"풀지 않은 문제가 {count}개 있습니다. {key} 키를 누르면 앞의 문제로 갑니다.",
        Welcome = WelcomeWords.Korean,
    };

    public required Func<LessonState, string> State { get; init; }

    public required Func<PickerFilter, string> Filter { get; init; }

    public required Func<string, int, int, string> Shown { get; init; }

    public required Func<string, string> Searched { get; init; }

    public required Func<int, int, string> DoneOf { get; init; }

    public required Func<int, int, string> Solved { get; init; }

    public required Func<int, int, string> SolvedLong { get; init; }

    public required Func<int, int, string> Seen { get; init; }

    public required string OtherLessons { get; init; }

    public required Func<string, string> NothingFound { get; init; }

    public required Func<PickerFilter, string> NothingFiltered { get; init; }

    public required Func<string, string> HowToShowAll { get; init; }

    public required string SearchPrompt { get; init; }

    public required string SearchHelp { get; init; }

    public required string SearchExamples { get; init; }

    public required string LeftAtStart { get; init; }

    public required Func<int, int, string> LeftAtStop { get; init; }

    public required Func<long, string> LeftAfter { get; init; }

    public required Func<string, string> Document { get; init; }

    public required Func<string, string> AskToForget { get; init; }

    public required string Forgotten { get; init; }

    public required string Kept { get; init; }

    public required string NothingToForget { get; init; }

    public required string NotInList { get; init; }

    public required string IsLastLesson { get; init; }

    public required string IsFirstLesson { get; init; }

    public required Func<string, string> NextLessonAfterTour { get; init; }

    public required Func<int, string, string> ExercisesOpen { get; init; }

    public required WelcomeWords Welcome { get; init; }

    /// <summary>How far a learner is, with a sign for the eye: <c>◐ in progress 12/26</c>.</summary>
    public string Status(LessonStatus status) => status.State switch
    {
        LessonState.Done => $"✓ {State(status.State)}",
        LessonState.InProgress when status.AllStops > 0 => $"◐ {State(status.State)} {status.Stops}/{status.AllStops}",
        LessonState.InProgress => $"◐ {State(status.State)}",
        _ => $"· {State(status.State)}",
    };
}
