namespace Simulator.Learning;

/// <summary>Progress of which something is forgotten.</summary>
internal static class ProgressReset
{
    /// <summary>Without what was done in a lesson.</summary>
    public static Progress Of(Progress progress, string lesson) => progress with
    {
        Lessons = progress.Lessons.Remove(lesson),
        LastLesson = progress.LastLesson == lesson ? null : progress.LastLesson,
    };
}
