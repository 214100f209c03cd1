using System.Text;
using Lessons;
using Simulator.Learning;
using Simulator.Resources;

namespace Simulator.Tests.Learning;

/// <summary>What a learner did, in files that are damaged, shared, in the way or cannot be written.</summary>
public sealed class ProgressStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("simulator-test-").FullName;

    private string File1 => ProgressStore.PathOf(folder, "mina");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Should_read_what_was_written()
    {
        Progress progress = WithAnswers(3) with { IsWelcomed = true, LastLesson = "b" };
        progress = progress.With("a", progress.In("a") with
        {
            Place = new SavedPlace(12, null),
            FarthestStop = 7,
            Bookmarks = progress.In("a").Bookmarks.Add(new Rune('가'), new SavedPlace(3, -1)),
        });

        ProgressFormat.Reading reading = ProgressFormat.Read(ProgressFormat.Write(progress)).ShouldNotBeNull();

        reading.IsWhole.ShouldBeTrue();
        ProgressFormat.Write(reading.Progress).ShouldBe(ProgressFormat.Write(progress));
        reading.Progress.In("a").Exercises["e2"].ShouldBe(new ExerciseProgress(3, "0.2 \"답\"", IsSolved: true, 1));
        reading.Progress.In("a").Bookmarks[new Rune('가')].ShouldBe(new SavedPlace(3, -1));
    }

    [Fact]
    public void Should_have_the_answer_before_on_the_disk_when_the_next_is_given()
    {
        using ProgressStore store = ProgressStore.Open(folder, "mina");
        for (int answers = 1; answers <= 50; answers++)
        {
            store.Keep(WithAnswers(answers));
            if (answers > 1)
            {
                ProgressFormat.Read(File.ReadAllText(File1))!.Progress.In("a").Exercises.Count.ShouldBeGreaterThanOrEqualTo(answers - 1);
            }
        }
    }

    [Fact]
    public void Should_lose_nothing_of_any_damaged_file_without_a_copy()
    {
        byte[] whole = Encoding.UTF8.GetBytes(ProgressFormat.Write(WithAnswers(4)));
        Random random = new(5);
        List<byte[]> damaged = [.. Enumerable.Range(0, whole.Length).Select(length => whole[..length])];
        for (int flip = 0; flip < 400; flip++)
        {
            byte[] flipped = [.. whole];
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            damaged.Add(flipped);
        }

        damaged.Add(Encoding.UTF8.GetBytes("""{"version":1,"welcomed":false,"lastLesson":"\ud800","lessons":{}}"""));
        damaged.Add(Encoding.UTF8.GetBytes("""{"version":1,"welcomed":7,"lastLesson":[],"lessons":{"a":3}}"""));
        damaged.Add(Encoding.UTF8.GetBytes("[]"));
        foreach (byte[] bytes in damaged)
        {
            foreach (string left in Directory.GetFiles(folder))
            {
                File.Delete(left);
            }

            File.WriteAllBytes(File1, bytes);
            using (ProgressStore store = ProgressStore.Open(folder, "mina"))
            {
                store.Keep(store.Initial with { IsWelcomed = !store.Initial.IsWelcomed });
            }

            ProgressFormat.Reading now = ProgressFormat.Read(File.ReadAllText(File1)).ShouldNotBeNull();
            bool isKept = now.Progress.In("a").Exercises.Count == 4 && now.Progress.In("a").Exercises.Values.All(exercise => exercise.Answer.Length > 0);
            bool hasCopy = Directory.GetFiles(folder, "*.damaged-*").Any(copy => File.ReadAllBytes(copy).SequenceEqual(bytes));
            bool isOtherValue = ProgressFormat.Read(Encoding.UTF8.GetString(bytes)) is { IsWhole: true };
            (isKept || hasCopy || isOtherValue).ShouldBeTrue(Encoding.UTF8.GetString(bytes));
        }
    }

    [Theory]
    [InlineData(Language.English, "put aside")]
    [InlineData(Language.Korean, "옮겨 두고")]
    public void Should_say_where_a_damaged_file_is(Language language, string told)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(File1, "{");
        using ProgressStore store = ProgressStore.Open(folder, "mina");
        string problem = store.TakeProblem().ShouldNotBeNull()(Words.In(language));
        problem.ShouldContain(told);
        problem.ShouldContain("mina.damaged-1.json");
        store.TakeProblem().ShouldBeNull();
    }

    [Fact]
    public void Should_keep_the_rest_where_one_value_is_damaged()
    {
        File.WriteAllText(File1, ProgressFormat.Write(WithAnswers(3)).Replace("\"tries\": 2", "\"tries\": \"two\""));
        using ProgressStore store = ProgressStore.Open(folder, "mina");
        store.Initial.In("a").Exercises.Count.ShouldBe(3);
        store.Initial.In("a").Exercises["e1"].Answer.ShouldBe("0.1 \"답\"");
        store.TakeProblem().ShouldNotBeNull();
    }

    [Fact]
    public void Should_leave_a_file_of_a_newer_program_alone()
    {
        string newer = ProgressFormat.Write(WithAnswers(1)).Replace("\"version\": 1", "\"version\": 2");
        File.WriteAllText(File1, newer);
        using (ProgressStore store = ProgressStore.Open(folder, "mina"))
        {
            store.TakeProblem().ShouldNotBeNull()(Words.In(Language.English)).ShouldContain("newer version");
            store.Keep(WithAnswers(2));
        }

        File.ReadAllText(File1).ShouldBe(newer);
    }

    [Fact]
    public void Should_go_on_where_nothing_can_be_written_and_keep_all_when_it_can()
    {
        string blocked = Path.Combine(folder, "home");
        File.WriteAllText(blocked, "a file where the folder should be");
        using (ProgressStore store = ProgressStore.Open(blocked, "mina"))
        {
            store.Keep(WithAnswers(1));
            Func<Words, string>? problem = null;
            SpinWait.SpinUntil(() => (problem = store.TakeProblem()) is not null, TimeSpan.FromSeconds(20)).ShouldBeTrue();
            problem!(Words.In(Language.English)).ShouldContain("not kept");
            File.Delete(blocked);
            store.Keep(WithAnswers(2));
        }

        ProgressFormat.Read(File.ReadAllText(ProgressStore.PathOf(blocked, "mina")))!.Progress.In("a").Exercises.Count.ShouldBe(2);
    }

    [Fact]
    public void Should_put_together_what_two_programs_of_a_learner_did()
    {
        using (ProgressStore one = ProgressStore.Open(folder, "mina"))
        using (ProgressStore other = ProgressStore.Open(folder, "mina"))
        {
            one.Keep(Answered("a", "e", isSolved: true));
            SpinWait.SpinUntil(() => File.Exists(File1), TimeSpan.FromSeconds(20)).ShouldBeTrue();
            other.Keep(Answered("b", "f", isSolved: false));
            other.Keep(Answered("b", "g", isSolved: true));
        }

        Progress both = ProgressFormat.Read(File.ReadAllText(File1))!.Progress;
        both.In("a").Exercises["e"].IsSolved.ShouldBeTrue();
        both.In("b").Exercises["g"].IsSolved.ShouldBeTrue();
    }

    [Theory]
    [InlineData("mina")]
    [InlineData("미나")]
    [InlineData("../../etc/passwd")]
    [InlineData("a b")]
    [InlineData("a%20b")]
    [InlineData("CON:")]
    public void Should_have_a_file_for_every_name(string learner)
    {
        using (ProgressStore store = ProgressStore.Open(folder, learner))
        {
            store.Keep(WithAnswers(2));
        }

        using ProgressStore again = ProgressStore.Open(folder, learner);
        again.Initial.In("a").Exercises.Count.ShouldBe(2);
        Path.GetDirectoryName(ProgressStore.PathOf(folder, learner)).ShouldBe(folder);
    }

    private static Progress WithAnswers(int count)
    {
        LessonProgress lesson = LessonProgress.Empty;
        for (int index = 0; index < count; index++)
        {
            lesson = lesson with { Exercises = lesson.Exercises.Add($"e{index}", new ExerciseProgress(index + 1, $"0.{index} \"답\"", IsSolved: index % 2 == 0, 1)) };
        }

        return Progress.Empty.With("a", lesson);
    }

    private static Progress Answered(string lesson, string exercise, bool isSolved) => Progress.Empty.With(
        lesson, LessonProgress.Empty with { Exercises = LessonProgress.Empty.Exercises.Add(exercise, new ExerciseProgress(1, "1", isSolved)) });
}
