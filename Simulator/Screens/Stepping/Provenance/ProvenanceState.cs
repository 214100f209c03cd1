using System.Collections.Immutable;
using Simulator.Screens.Stepping.Watches;

namespace Simulator.Screens.Stepping.Provenance;

/// <summary>What a person has unfolded and chosen of where a number comes from and where it goes.</summary>
/// <param name="Unfolded">The paths of the unfolded rows.</param>
internal sealed record ProvenanceState(ImmutableHashSet<string> Unfolded)
{
    /// <summary>The number at the root of the tree, in whichever iteration; null before the tree has been touched.</summary>
    public Watched? Root { get; init; }

    /// <summary>The path of the chosen row; null for none.</summary>
    public string? Selected { get; init; }

    /// <summary>The next numbers in both directions to be seen.</summary>
    public static ProvenanceState Initial { get; } = new([ProvenanceTree.MadeFrom, ProvenanceTree.UsedBy]);

    /// <summary>The state for a root: around another number what is unfolded far away means nothing.</summary>
    public ProvenanceState For(Watched root) => Root == root
        ? this
        : new ProvenanceState([.. Unfolded.Where(path => path is ProvenanceTree.MadeFrom or ProvenanceTree.UsedBy)]) { Root = root };

    /// <summary>With a row unfolded, or folded again.</summary>
    public ProvenanceState Toggle(string path) => this with { Unfolded = Unfolded.SymmetricExcept([path]) };
}
