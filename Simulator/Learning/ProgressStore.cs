using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Simulator.Resources;

namespace Simulator.Learning;

/// <summary>
/// One learner's progress in a file. It is written by a thread of its own, so that no key waits for a disk: whole and to the
/// disk each time, so that a program that is killed loses at most what was done last and never the file. What cannot be kept is
/// said and tried again with what comes next.
/// </summary>
internal sealed class ProgressStore : IProgressKeeper
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly string path;
    private readonly ConcurrentQueue<Func<Words, string>> problems = new();
    private readonly Lock access = new();
    private readonly Thread writer;
    private readonly AutoResetEvent changed = new(initialState: false);
    private readonly ManualResetEventSlim tried = new(initialState: true);
    private Progress? unwritten;
    private string? known;
    private Progress others = Progress.Empty;
    private bool isNewer;
    private bool isFailing;
    private long answersGiven;
    private volatile bool isEnding;

    private ProgressStore(string path)
    {
        this.path = path;
        Initial = Load();
        answersGiven = AnswersIn(Initial);
        writer = new Thread(WriteAll) { IsBackground = true, Name = "progress" };
        writer.Start();
    }

    /// <summary>What was kept when the store was opened.</summary>
    public Progress Initial { get; }

    /// <summary>Opens a learner's file, which need not exist.</summary>
    /// <param name="directory">The folder of all learners, which need not exist either.</param>
    /// <param name="learner">The learner's name.</param>
    public static ProgressStore Open(string directory, string learner) => new(PathOf(directory, learner));

    /// <summary>A learner's file. Two names have two files, whatever is in them.</summary>
    public static string PathOf(string directory, string learner)
    {
        StringBuilder name = new();
        foreach (Rune rune in learner.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_')
            {
                name.Append(rune);
            }
            else
            {
                foreach (byte code in Encoding.UTF8.GetBytes(rune.ToString()))
                {
                    name.Append($"%{code:X2}");
                }
            }
        }

        return Path.Combine(directory, $"{name}.json");
    }

    public void Keep(Progress progress)
    {
        // A second answer waits until the first is on the disk, or cannot be, so that a program that is killed loses one at most.
        long answers = AnswersIn(progress);
        if (answers != answersGiven)
        {
            tried.Wait(LongestWait);
        }

        lock (access)
        {
            unwritten = progress;
            answersGiven = answers;
            tried.Reset();
        }

        changed.Set();
    }

    public Func<Words, string>? TakeProblem() => problems.TryDequeue(out Func<Words, string>? problem) ? problem : null;

    /// <summary>Waits until what was given last is kept or cannot be.</summary>
    public void Dispose()
    {
        if (isEnding)
        {
            return;
        }

        isEnding = true;
        changed.Set();
        writer.Join();
        changed.Dispose();
        tried.Dispose();
    }

    private static long AnswersIn(Progress progress) =>
        progress.Lessons.Values.Sum(lesson => lesson.Exercises.Values.Sum(exercise => (long)exercise.Tries + exercise.Hints));

    private Progress Load()
    {
        try
        {
            if (!File.Exists(path))
            {
                return Progress.Empty;
            }

            AtomicFile.CleanUp(path);
            string text = File.ReadAllText(path);
            if (ProgressFormat.Read(text) is not { } reading)
            {
                string aside = AtomicFile.PutAside(path, "damaged", isKept: false);
                problems.Enqueue(words => words.Learning.Damaged(aside));
                return Progress.Empty;
            }

            if (reading.IsNewer)
            {
                isNewer = true;
                problems.Enqueue(words => words.Learning.FromNewerVersion(path));
            }
            else if (!reading.IsWhole)
            {
                string copy = AtomicFile.PutAside(path, "damaged", isKept: true);
                problems.Enqueue(words => words.Learning.PartlyDamaged(copy));
            }

            // Only what was read, or put aside, may be written over without looking.
            known = text;
            return reading.Progress;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(exception);
            return Progress.Empty;
        }
    }

    private void WriteAll()
    {
        bool isLast;
        do
        {
            isLast = isEnding;
            if (!isLast)
            {
                changed.WaitOne();
                isLast = isEnding;
            }

            Progress? progress;
            lock (access)
            {
                progress = unwritten;
            }

            bool isWritten = progress is not null && !isNewer && TryWrite(progress);
            lock (access)
            {
                if (ReferenceEquals(unwritten, progress))
                {
                    // What could not be written is tried again with what comes next.
                    unwritten = isWritten ? null : unwritten;
                    tried.Set();
                }
                else
                {
                    isLast = false;
                }
            }
        }
        while (!isLast);
    }

    private bool TryWrite(Progress progress)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using FileStream held = Hold();
            string? there = File.Exists(path) ? File.ReadAllText(path) : null;
            if (there is not null && there != known)
            {
                // Another program of the same learner was here.
                ProgressFormat.Reading? theirs = ProgressFormat.Read(there);
                if (theirs is null)
                {
                    string aside = AtomicFile.PutAside(path, "damaged", isKept: false);
                    problems.Enqueue(words => words.Learning.Damaged(aside));
                }
                else if (theirs.IsNewer)
                {
                    isNewer = true;
                    problems.Enqueue(words => words.Learning.FromNewerVersion(path));
                    return true;
                }
                else
                {
                    if (!theirs.IsWhole)
                    {
                        string copy = AtomicFile.PutAside(path, "damaged", isKept: true);
                        problems.Enqueue(words => words.Learning.PartlyDamaged(copy));
                    }

                    others = ProgressMerge.Of(others, theirs.Progress);
                }
            }

            // What another program has done is not in what this one gives, now or later.
            string text = ProgressFormat.Write(ProgressMerge.Of(others, progress));
            if (text != there)
            {
                AtomicFile.Write(path, text);
            }

            known = text;
            isFailing = false;
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Fail(exception);
            return false;
        }
    }

    /// <summary>Keeps other programs of the learner from writing at the same time; the system ends it with the program.</summary>
    private FileStream Hold()
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < LongestWait && File.Exists(path + ".lock"))
            {
                Thread.Sleep(BetweenTries);
            }
        }
    }

    /// <summary>Says once that nothing can be kept, until something could be again.</summary>
    private void Fail(Exception exception)
    {
        if (!isFailing)
        {
            isFailing = true;
            string reason = exception.Message;
            problems.Enqueue(words => words.Learning.NotKept(path, reason));
        }
    }
}
