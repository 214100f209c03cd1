using Engine.Layers;
using Engine.Planning;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>A drawing of the network: which one it is follows from the network and from the number that is looked at.</summary>
internal abstract class NetworkDrawing : IPictureModel
{
    /// <summary>With more units in a layer a drawing of units says less than one of layers.</summary>
    private const int MostUnits = 64;

    /// <summary>With more layers units have no room beside each other.</summary>
    private const int MostLayers = 6;

    /// <summary>How many subjects there are to choose from, such as the units of a recurrent layer; 0 where there is no choice.</summary>
    public virtual int Subjects => 0;

    /// <summary>Which subject is drawn, from 0.</summary>
    public virtual int Subject => 0;

    /// <summary>The drawing that suits the network: its units, its layers, or a layer of it unrolled in time.</summary>
    public static NetworkDrawing Of(StepScreen screen)
    {
        Network network = screen.Lesson.Fitting.Network;
        if (IsSmallAndDense(network, screen.Timeline.Plan))
        {
            return new DiagramModel(screen);
        }

        LayersModel layers = new(screen);
        return layers.RecurrentLayer is { } layer ? new UnrolledModel(screen, layers, layer) : layers;
    }

    /// <summary>What is drawn, as the panel's title.</summary>
    public abstract string TitleOf(Words words);

    private static bool IsSmallAndDense(Network network, Plan plan) =>
        network.Nodes.Length <= MostLayers
        && network.Inputs is [{ Features.Rank: 1 }]
        && network.Outputs.Length == 1
        && LayersModel.IsChain(network)
        && network.Nodes.All(node => node.Layer is Dense)
        && network.Nodes.Select(node => node.Layer).Distinct().Count() == network.Nodes.Length
        && plan.LayerOutputs.Add(plan.Inputs[0]).All(symbol => symbol.Shape[^1] <= MostUnits);
}
