using System.Collections.Immutable;
using Lessons.Reading;
using Simulator.App;

namespace Simulator.Settings;

/// <summary>Reads and writes key map files: for each screen the actions whose keys differ from those that come with the program.</summary>
internal static class KeyMapFile
{
    /// <summary>The file's name in the configuration folder.</summary>
    public const string Name = "keys.yaml";

    public const string Stepping = "stepping";
    public const string Class = "class";
    public const string Picking = "picking";

    /// <summary>The keys that a file makes of those of the program.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Where problems go; with any, the keys are not to be used.</param>
    public static KeyMaps Load(string path, ProblemList problems) =>
        ConfigurationFile.Load(path, "the key map", problems) is { } root ? Read(root, path, problems) : KeyMaps.Default;

    /// <summary>The same from a text.</summary>
    public static KeyMaps Parse(string text, string file, ProblemList problems) =>
        SourceDocument.Parse(text, file, problems, "the key map") is { } root ? Read(root, file, problems) : KeyMaps.Default;

    private static KeyMaps Read(MappingNode root, string file, ProblemList problems)
    {
        MappingReader reader = new(root, file, problems, "the key map");
        KeyMap stepping = ReadScreen(reader, Stepping, KeyMap.Stepping).Applied(KeyMap.Stepping);
        KeyMapChanges inClass = ReadScreen(reader, Class, KeyMap.Class);
        KeyMap picking = ReadScreen(reader, Picking, KeyMap.Picking).Applied(KeyMap.Picking);
        reader.Finish();
        KeyMap withClass = inClass.AppliedOver(stepping);
        foreach (UserAction needed in KeyMapChanges.Needed)
        {
            // What is taken away from a lesson in front of a class is taken by other keys.
            if (problems.Count == 0 && withClass.BindingOf(needed) is not { Keys.IsEmpty: false })
            {
                string found = $"no key for '{Engine.Catalog.WordOf(needed)}' in front of a class, where other actions have its keys";
                problems.Add(new Problem(file, 0, 0, found, "a key for it", $"write '{Engine.Catalog.WordOf(needed)}' with a key of its own under '{Class}'"));
            }
        }

        return problems.Count == 0 ? new KeyMaps(stepping, withClass, picking) : KeyMaps.Default;
    }

    private static KeyMapChanges ReadScreen(MappingReader reader, string screen, KeyMap map)
    {
        SourceNode? node = reader.OptionalNode(screen);
        return node is null or ScalarNode { IsNothing: true }
            ? KeyMapChanges.None
            : KeyMapChanges.Read(reader.Nodes.Entries(node), reader.Nodes, screen, map);
    }

    /// <summary>A whole file with these keys, each action with what it does.</summary>
    /// <param name="maps">The keys.</param>
    /// <param name="does">What an action does.</param>
    /// <param name="title">What the file is.</param>
    public static IEnumerable<string> LinesOf(KeyMaps maps, Func<UserAction, string> does, string title)
    {
        yield return $"# {title}";
        ImmutableArray<(string Name, IEnumerable<Binding> Bindings)> screens =
        [
            (Stepping, maps.Stepping.Bindings),
            (Class, maps.Class.Bindings.Where(binding => IsOfClass(binding, maps))),
            (Picking, maps.Picking.Bindings),
        ];
        foreach ((string name, IEnumerable<Binding> bindings) in screens)
        {
            yield return "";
            yield return $"{name}:";
            foreach (Binding binding in bindings)
            {
                yield return $"  # {does(binding.Action)}";
                yield return $"  {Engine.Catalog.WordOf(binding.Action)}: [{string.Join(", ", binding.Keys.Select(Quoted))}]";
            }
        }
    }

    /// <summary>Whether the keys in front of a class do not follow from those of a lesson.</summary>
    private static bool IsOfClass(Binding binding, KeyMaps maps) =>
        binding.Section == KeySection.Class
        || maps.Stepping.BindingOf(binding.Action) is not { } other
        || binding.Keys.Any(keys => !other.Keys.Any(sequence => sequence.SequenceEqual(keys)));

    private static string Quoted(ImmutableArray<Terminal.Key> keys) => $"'{KeyMap.NotationOf(keys).Replace("'", "''")}'";
}
