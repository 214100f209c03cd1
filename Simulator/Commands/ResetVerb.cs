using System.Collections.Immutable;
using System.CommandLine;
using Simulator.Learning;

namespace Simulator.Commands;

/// <summary>Forgets what a learner has done, after asking.</summary>
internal sealed class ResetVerb : Verb
{
    private readonly Argument<string[]> names = new("LESSON")
    {
        Description = "Ids of lessons; none means every lesson that was opened",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> yes = new("--yes") { Description = "Do not ask first" };

    public ResetVerb()
        : base("reset", "Forgets what the learner has done in lessons; asks first, and leaves a copy")
    {
        Arguments.Add(names);
        Options.Add(yes);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator reset backprop-2-2-2", "begin one lesson anew"),
        new("simulator reset --learner mina", "everything that mina has done"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        if (session.Context.DataDirectory is not { } directory)
        {
            session.Tell(session.Words.Learning.NothingToForget(session.Learner));
            return ExitCode.AllRight;
        }

        using ProgressStore store = session.OpenProgress()!;
        TellProblems(session, store);
        string[] known = [.. store.Initial.Lessons.Keys];
        string[] wanted = arguments.GetValue(names) is { Length: > 0 } some ? [.. some.Distinct()] : known;
        string remedy = known.Length == 0 ? "nothing has been done yet" : $"there is something to forget in {string.Join(", ", known)}";
        string[] problems = [.. wanted.Except(known).Select(id => $"reset: found '{id}'; expected a lesson in which learner '{session.Learner}' has done something; {remedy}")];
        if (problems.Length > 0)
        {
            throw new UsageException(problems);
        }

        if (wanted.Length == 0)
        {
            session.Page.Line(session.Words.Learning.NothingToForget(session.Learner));
            return ExitCode.AllRight;
        }

        int answers = wanted.Sum(id => store.Initial.Lessons[id].Exercises.Count);
        if (!arguments.GetValue(yes) && !IsAgreed(session, answers, wanted.Length))
        {
            session.Page.Line(session.Words.Learning.NothingForgotten);
            return ExitCode.AllRight;
        }

        string path = ProgressStore.PathOf(Path.Combine(directory, "learners"), session.Learner);
        string copy;
        try
        {
            copy = AtomicFile.PutAside(path, "before-reset", isKept: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"reset: no copy of {path} can be made: {exception.Message} Nothing was forgotten; make room, or the folder writable");
        }

        // Said when it is done, and not before.
        store.Keep(wanted.Aggregate(store.Initial, ProgressReset.Of));
        store.Dispose();
        if (TellProblems(session, store))
        {
            return ExitCode.WrongUsage;
        }

        session.Page.Line(session.Words.Learning.Forgotten(answers, wanted.Length, copy));
        return ExitCode.AllRight;
    }

    private static bool TellProblems(Session session, ProgressStore store)
    {
        bool isTold = false;
        while (store.TakeProblem() is { } problem)
        {
            session.Tell(problem(session.Words));
            isTold = true;
        }

        return isTold;
    }

    /// <summary>Asks on the terminal; without one nobody can be asked.</summary>
    private static bool IsAgreed(Session session, int answers, int lessons)
    {
        if (session.Context.NoTerminal is { } reason)
        {
            throw new UsageException($"reset: {reason}, so that nobody can be asked; expected a terminal; add --yes to forget without being asked");
        }

        session.Context.Error.Write(session.Words.Learning.ForgetQuestion(answers, lessons, session.Learner));
        session.Context.Error.Flush();
        using TextReader input = session.Context.OpenInput();
        return IsYes(input.ReadLine());
    }

    /// <summary>Whether an answer is yes: also in Korean, and as the y key types it in a Korean layout.</summary>
    private static bool IsYes(string? answer) =>
        answer?.Trim().ToLowerInvariant() is "y" or "yes" or "예" or "네" or "ㅛ";
}
