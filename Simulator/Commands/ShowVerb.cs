using System.Collections.Immutable;
using System.CommandLine;
using Engine.Time;
using Lessons;
using Lessons.Quantities;
using Simulator.Explaining;

namespace Simulator.Commands;

/// <summary>Single numbers of a lesson, each with all there is to say about it.</summary>
internal sealed class ShowVerb : Verb
{
    private readonly Argument<string> lesson = LessonSource.Argument();

    private readonly Argument<string[]> quantities = new("QUANTITY")
    {
        Description = "What to show: h1, dE_total/dw5, w5+ (after the update), z1@2 (of iteration 2), \"dE_total/dh1 via z3\"",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int?> iteration = Choice.Iteration("The iteration of quantities that name none, from 1");

    private readonly Option<string> format = Choice.Of("--format", "How it is written", "text", "json");

    public ShowVerb()
        : base("show", "Shows numbers: the value, the formula, the formula with numbers, for gradients the whole chain rule")
    {
        Arguments.Add(lesson);
        Arguments.Add(quantities);
        Options.Add(iteration);
        Options.Add(format);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator show backprop-2-2-2 dE_total/dw5", "a gradient and its chain rule"),
        new("simulator show backprop-2-2-2 h1 w5+ z1@2", "a unit, a new weight, a number of iteration 2"),
        new("simulator show backprop-2-2-2 dz3/dw5", "a derivative that no step computes"),
        new("simulator show backprop-2-2-2 o1 --format json", "for programs; numbers with 17 digits, NaN as text"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        Lesson shown = LessonSource.Load(arguments.GetRequiredValue(lesson));
        int at = arguments.GetValue(iteration) ?? 1;
        LessonSource.RequireIteration(shown, at);
        Timeline timeline = shown.NewTimeline();
        ImmutableArray<ResolvedQuantity> wanted = Resolve(shown, arguments.GetRequiredValue(quantities), at);
        IEnumerable<QuantityDescription> descriptions = wanted.Select(quantity => QuantityDescription.Of(shown, timeline, quantity));
        if (arguments.GetValue(format) == "json")
        {
            DataWriter.WriteJson(session, descriptions.Select(description => QuantityText.RecordOf(session, description)));
            return ExitCode.AllRight;
        }

        bool isFirst = true;
        foreach (QuantityDescription description in descriptions)
        {
            if (!isFirst)
            {
                session.Page.Line();
            }

            QuantityText.Write(session, description, shown.Iterations);
            isFirst = false;
        }

        return ExitCode.AllRight;
    }

    /// <summary>Finds quantities of a lesson by their texts.</summary>
    /// <exception cref="UsageException">Some do not exist; all of them are told.</exception>
    public static ImmutableArray<ResolvedQuantity> Resolve(Lesson lesson, IReadOnlyList<string> texts, int iteration)
    {
        QuantityResolver resolver = new(lesson.Plan, lesson.Iterations);
        var found = ImmutableArray.CreateBuilder<ResolvedQuantity>();
        List<string> errors = [];
        foreach (string text in texts)
        {
            if (resolver.TryResolve(text, iteration, out ResolvedQuantity? quantity, out QuantityError? error))
            {
                found.Add(quantity);
            }
            else
            {
                errors.Add($"quantity '{text}': found {error.Found}; expected {error.Expected}; {error.Remedy}");
            }
        }

        return errors.Count == 0 ? found.ToImmutable() : throw new UsageException(errors);
    }
}
