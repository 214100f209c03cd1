using System.Diagnostics;
using Simulator.Commands;
using Simulator.Learning;

namespace Simulator.Tests.Learning;

/// <summary>The real program, killed while a learner answers, and on a full disk.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Kills = 200;

    // Sixty answers, each with a mark before it; z2 is never 0.2, so that nothing is ever solved and all of them count.
    private static readonly string Script = "ll" + string.Concat(Enumerable.Range(0, 60).Select(number => $"m{(char)('a' + (number % 26))}a0.{number + 20}<Enter>"));

    private readonly string folder = Directory.CreateTempSubdirectory("simulator-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Should_never_lose_the_file_wherever_it_is_killed()
    {
        Random random = new(2026);
        int[] delays = [.. Enumerable.Range(0, Kills).Select(_ => random.Next(0, 120))];
        int[] triesAfter = new int[Kills];
        Parallel.For(0, Kills, new ParallelOptions { MaxDegreeOfParallelism = 4 }, kill =>
        {
            string learner = $"learner{kill}";
            string file = ProgressStore.PathOf(Path.Combine(folder, "learners"), learner);
            using Process process = Start(learner);
            process.StandardInput.Write(Script);
            process.StandardInput.Close();
            // Some moments count from the first thing that is kept, most from the first answer.
            SpinWait.SpinUntil(() => process.HasExited || (File.Exists(file) && (kill % 8 == 0 || HasAnswer(file))), TimeSpan.FromSeconds(60)).ShouldBeTrue();
            process.WaitForExit(delays[kill]);
            process.Kill();
            process.WaitForExit();
            ProgressFormat.Reading reading = ProgressFormat.Read(File.ReadAllText(file)).ShouldNotBeNull();
            reading.IsWhole.ShouldBeTrue();
            triesAfter[kill] = reading.Progress.In(CommandLine.Lesson).Exercises.GetValueOrDefault("next-sum")?.Tries ?? 0;
        });

        // Some were killed before the first answer, some in the middle of writing one; nothing was ever put aside as damaged.
        triesAfter.Distinct().Count().ShouldBeGreaterThan(5);
        Directory.GetFiles(Path.Combine(folder, "learners"), "*damaged*").ShouldBeEmpty();
    }

    [TmpfsFact]
    public void Should_keep_the_file_as_it_was_on_a_full_disk()
    {
        string disk = Path.Combine(folder, "disk");
        Directory.CreateDirectory(disk);
        Tmpfs.Mount(disk, kilobytes: 64);
        try
        {
            string file = ProgressStore.PathOf(disk, "mina");
            using (ProgressStore store = ProgressStore.Open(disk, "mina"))
            {
                store.Keep(Answered("0.1"));
            }

            string before = File.ReadAllText(file);
            Fill(Path.Combine(disk, "filler"));
            using (ProgressStore store = ProgressStore.Open(disk, "mina"))
            {
                store.Keep(Answered("0.2"));
                store.Keep(Answered("0.25"));
                Func<Resources.Words, string>? problem = null;
                SpinWait.SpinUntil(() => (problem = store.TakeProblem()) is not null, TimeSpan.FromSeconds(20)).ShouldBeTrue();
                File.ReadAllText(file).ShouldBe(before);
                File.Delete(Path.Combine(disk, "filler"));
                store.Keep(Answered("0.3"));
            }

            ProgressFormat.Read(File.ReadAllText(file))!.Progress.In("a").Exercises["e"].Answer.ShouldBe("0.3");
            Directory.GetFiles(disk, "*.tmp").ShouldBeEmpty();
        }
        finally
        {
            Tmpfs.Unmount(disk);
        }
    }

    /// <summary>Whether an answer is kept; while the file is being put in its place it may not be there.</summary>
    private static bool HasAnswer(string file)
    {
        try
        {
            return File.ReadAllText(file).Contains("tries", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Progress Answered(string answer) => Progress.Empty.With(
        "a", LessonProgress.Empty with { Exercises = LessonProgress.Empty.Exercises.Add("e", new ExerciseProgress(answer.Length, answer)) });

    private static void Fill(string path)
    {
        using FileStream filler = new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                filler.Write(new byte[1024]);
            }
        }
        catch (IOException)
        {
            // Now it is full.
        }
    }

    private Process Start(string learner)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Cli).Assembly.Location, "play", CommandLine.Lesson, "--learner", learner, "--frames", "last", "--keys", "-"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SIMULATOR_DATA"] = folder, ["SIMULATOR_CONFIG"] = folder },
        };
        return Process.Start(start)!;
    }
}
