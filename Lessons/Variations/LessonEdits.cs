using System.Collections.Immutable;
using System.Globalization;
using Engine;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Lessons.Quantities;
using Lessons.Reading;
using NumberText = Lessons.Reading.NumberText;

namespace Lessons.Variations;

/// <summary>Changes a lesson's source by one setting after the other.</summary>
internal sealed class LessonEdits(Lesson lesson, int iteration, List<QuantityError> problems)
{
    /// <summary>What settings of an optimizer are called in formulas, where the argument has another name.</summary>
    private static readonly ImmutableDictionary<string, string> Arguments = new Dictionary<string, string>
    {
        ["alpha"] = "learning-rate",
        ["alpha_0"] = "learning-rate",
        ["mu"] = "momentum",
    }.ToImmutableDictionary();

    /// <summary>What else can be set, for suggestions.</summary>
    private static readonly ImmutableArray<string> Keys =
        ["alpha", "learning-rate", "optimizer", "activation", "loss", "seed", "iterations", "decimals", "digits"];

    private readonly Plan plan = lesson.Plan;

    /// <summary>The number that a setting names.</summary>
    public static NameLookup Find(Plan plan, TypedSetting setting)
    {
        NameLookup found = plan.Find(setting.Name, setting.Positions);
        return found.Problem?.Kind == NameProblemKind.Unknown ? plan.Find(Label.Spelled(setting.Name), setting.Positions) : found;
    }

    /// <summary>The value of a setting that is a number; null, with a problem, where it is none.</summary>
    public static double? NumberOf(TypedSetting setting, List<QuantityError> problems)
    {
        string text = SettingParser.TextOf(setting.Value);
        if (NumberText.TryParse(text, out NumberText number, out NumberText.Complaint complaint))
        {
            return number.Value;
        }

        problems.Add(new QuantityError(setting.Value.Column, Wording.Quote(text), complaint.Expected, complaint.Remedy)
        {
            Kind = QuantityErrorKind.NotANumber,
            Subject = text,
        });
        return null;
    }

    /// <summary>The source with a setting's change.</summary>
    public MappingNode Change(MappingNode source, TypedSetting setting)
    {
        (Address? address, NameProblem? problem) = Find(plan, setting);
        if (address is { } there && plan.SymbolOf(there).Role is SymbolRole.Input or SymbolRole.Target)
        {
            return NumberOf(setting, problems) is null ? source : ChangeData(source, there, setting.Value);
        }

        string key = Label.Spelled(setting.Name);
        string argument = Arguments.GetValueOrDefault(key) ?? key.Replace('_', '-');
        return (key, setting.Positions) switch
        {
            ("optimizer", []) => source.Change(["network", "optimizer"], old => Kind(typeof(Optimizer), old, setting.Value)),
            ("loss", []) => ChangeLoss(source, setting.Value),
            ("activation", []) => ChangeHidden(source, setting),
            ("activation", [var layer]) => ChangeLayer(source, setting, layer),
            ("seed", []) => ChangeSeeds(source, setting),
            ("iterations", []) => source.Change(
                ["training"], old => (old as MappingNode)?.Without("epochs", "early-stopping").With("iterations", setting.Value) ?? old.With("iterations", setting.Value)),
            (_, []) when HasArgument(typeof(Optimizer), source.Find("network").Find("optimizer"), argument) => source.Change(
                ["network", "optimizer"], old => SourceEdit.WithArgument(old!, argument, setting.Value)),
            _ => Refuse(source, setting, address, problem),
        };
    }

    private static bool HasArgument(Type family, SourceNode? kind, string argument) =>
        Catalog.Find(family, SourceEdit.KindOf(kind).Name)?.Arguments.Any(one => one.Name == argument) is true;

    /// <summary>
    /// A kind as it was typed, with what it cannot do without and was not typed as the one in its place has it: names of numbers,
    /// and a learning rate.
    /// </summary>
    private static SourceNode Kind(Type family, SourceNode? old, SourceNode typed)
    {
        (string name, MappingNode? given) = SourceEdit.KindOf(typed);
        (_, MappingNode? before) = SourceEdit.KindOf(old);
        foreach (CatalogArgument argument in Catalog.Find(family, name)?.Arguments ?? [])
        {
            if ((argument.IsRequired || argument.Name == "symbols")
                && given.Find(argument.Name) is null
                && before.Find(argument.Name) is { } kept)
            {
                typed = SourceEdit.WithArgument(typed, argument.Name, kept);
            }
        }

        return typed;
    }

    /// <summary>Changes a number of the row that the iteration sees.</summary>
    private MappingNode ChangeData(MappingNode source, Address address, SourceNode value)
    {
        Symbol symbol = plan.SymbolOf(address);
        bool isInput = symbol.Role == SymbolRole.Input;
        Shape row = symbol.Shape.WithoutFirst();
        int sample = lesson.Training.RowsOf(iteration)[address.Cell / row.Size];
        int[] position = [sample, .. row.PositionOf(address.Cell % row.Size)];
        int index = (isInput ? plan.Inputs : plan.Targets).IndexOf(symbol);
        Network network = lesson.Fitting.Network;
        string key = isInput ? "inputs" : "targets";
        string name = isInput ? network.Inputs[index].Name : network.Outputs[index].Node;
        bool isOnly = (isInput ? network.Inputs.Length : network.Outputs.Length) == 1;
        ImmutableArray<Tensor> trained = isInput ? lesson.Training.Inputs : lesson.Training.Targets;
        ImmutableArray<Tensor> validated = isInput ? lesson.Fitting.ValidationInputs : lesson.Fitting.ValidationTargets;
        return source.Change(
            isOnly ? ["data", key] : ["data", key, name],
            old => (old is MappingNode ? SourceEdit.Rows(validated.IsEmpty ? [trained[index]] : [trained[index], validated[index]], old) : old!).WithItem(position, value));
    }

    private static MappingNode ChangeLoss(MappingNode source, SourceNode value)
    {
        if (source.Find("network").Find("outputs") is not MappingNode outputs)
        {
            return source.Change(["network", "loss"], old => Kind(typeof(Engine.Losses.Loss), old, value));
        }

        foreach (MappingEntry output in outputs.Entries)
        {
            source = source.Change(["network", "outputs", output.Key.Text, "loss"], old => Kind(typeof(Engine.Losses.Loss), old, value));
        }

        return source;
    }

    private MappingNode ChangeHidden(MappingNode source, TypedSetting setting)
    {
        bool isChanged = false;
        foreach (int layer in LayerActivations.Of(lesson, source).Where(found => found.IsHidden && found.Activation is not null).Select(found => found.Layer))
        {
            source = LayerActivations.Change(source, layer, setting.Value);
            isChanged = true;
        }

        if (!isChanged)
        {
            problems.Add(new QuantityError(
                setting.Column, "no hidden layer with an activation", "a hidden layer that has one", "name the layer: activation[1] = " + SettingParser.TextOf(setting.Value)));
        }

        return source;
    }

    private MappingNode ChangeLayer(MappingNode source, TypedSetting setting, int layer)
    {
        ImmutableArray<LayerActivations> all = LayerActivations.Of(lesson, source);
        if (all.Any(found => found.Layer == layer))
        {
            return LayerActivations.Change(source, layer, setting.Value);
        }

        problems.Add(new QuantityError(
            setting.Column,
            Wording.Quote(setting.Key),
            all.IsEmpty ? "a layer that takes an activation, of which there is none" : $"a layer that takes an activation: {Wording.List(all.Select(found => $"{found.Layer}"))}",
            "change the number; layers count from 1"));
        return source;
    }

    private MappingNode ChangeSeeds(MappingNode source, TypedSetting setting)
    {
        string text = SettingParser.TextOf(setting.Value);
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed))
        {
            problems.Add(new QuantityError(setting.Value.Column, Wording.Quote(text), "an integer", "write a seed such as seed = 2"));
            return source;
        }

        if (Seeds.FirstIn(source) is { } first)
        {
            return Seeds.Shift(source, unchecked(seed - first), setting.Value.Column);
        }

        problems.Add(new QuantityError(
            setting.Column, "a seed for a lesson in which nothing is drawn", "a lesson with drawn weights, dropout or shuffled rows", "change a weight by its name instead"));
        return source;
    }

    private MappingNode Refuse(MappingNode source, TypedSetting setting, Address? address, NameProblem? problem)
    {
        string quoted = Wording.Quote(setting.Key);
        problems.Add(address is { } found
            ? plan.ProducerOf(plan.SymbolOf(found)) is null
                ? new QuantityError(setting.Column, $"{quoted}, a setting with no name of its own in the lesson", "a weight, a number of the data, or a setting", "change what it belongs to, such as optimizer = …")
                : new QuantityError(setting.Column, $"{quoted}, which a step computes", "a weight, a number of the data, or a setting", $"change what it is made from{(MadeFrom(found) is { Length: > 0 } given ? $", such as {given}" : "")}")
                {
                    Kind = QuantityErrorKind.Computed,
                    Subject = setting.Key,
                    Instead = MadeFrom(found),
                }
            : problem?.Kind switch
            {
                NameProblemKind.Unknown when setting.Name is [.., '+' or '⁺'] => new QuantityError(
                    setting.Column, $"{quoted}, which an update makes", "a weight before the update", $"write {setting.Name[..^1]} = … in the iteration after"),
                NameProblemKind.Unknown => Unknown(setting, quoted),
                NameProblemKind.PositionsMissing => new QuantityError(
                    setting.Column, $"{quoted}, which stands for several numbers", "the position of one in brackets", $"write {QuantityResolver.RangeTo(problem.Example)}"),
                _ when !problem!.Example.Contains('[') => new QuantityError(
                    setting.Column, quoted, $"{problem.Example}, which is one number, without positions", $"write {problem.Example}"),
                _ => new QuantityError(setting.Column, quoted, QuantityResolver.RangeTo(problem.Example), "change the positions; they count from 1"),
            });
        return source;
    }

    /// <summary>An example of what can be changed instead of a computed number: the first given one on the way back.</summary>
    private string MadeFrom(Address address)
    {
        while (plan.ProducerOf(plan.SymbolOf(address)) is not null && plan.Explain(address).Operands is [var first, ..])
        {
            address = first;
        }

        return plan.ProducerOf(plan.SymbolOf(address)) is null ? $"{plan.LabelOf(address)}" : "";
    }

    private QuantityError Unknown(TypedSetting setting, string quoted)
    {
        IEnumerable<string> optimizer = Catalog.Find(typeof(Optimizer), Catalog.NameOf(lesson.Fitting.Network.Optimizer))!.Arguments.Select(argument => argument.Name);
        string? nearest = Nearest.To(setting.Name, Keys.Concat(optimizer).Concat(plan.Names.Where(IsSettable)));
        return new QuantityError(
            setting.Column,
            $"the unknown {quoted}",
            $"a weight, a number of the data, or one of {Wording.List(Keys)}",
            nearest is null ? "write one of these" : $"did you mean '{nearest}'?")
        {
            Kind = QuantityErrorKind.UnknownName,
            Subject = setting.Key,
            Instead = nearest ?? "",
        };
    }

    private bool IsSettable(string name) =>
        plan.Find(name) is var found
        && (found.Address is not { } address
            || plan.SymbolOf(address).Role is SymbolRole.Parameter or SymbolRole.State or SymbolRole.Input or SymbolRole.Target or SymbolRole.Hyperparameter);
}
