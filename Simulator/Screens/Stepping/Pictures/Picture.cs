using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>What there is to see of a moment in the large panel; how it is drawn is for the views.</summary>
internal interface IPictureModel;

/// <summary>One way to look at a moment, for the large panel.</summary>
internal abstract class Picture
{
    /// <summary>All of them, in the order in which a key goes through them. The first is shown at the beginning.</summary>
    public static ImmutableArray<Picture> All { get; } =
    [
        new NetworkPicture(), new HeatMapPicture(), new CurvesPicture(), new BoundaryPicture(), new FunctionPicture(), new HistogramPicture(),
        new SurfacePicture(), new LanesPicture(),
    ];

    /// <summary>The picture with a name.</summary>
    public static Picture Find(string id) => All.First(picture => picture.Id == id);

    /// <summary>The name by which the palette knows it, in one word.</summary>
    public abstract string Id { get; }

    /// <summary>Whether it shows what comes after the moment, so that it is not shown while a number is covered.</summary>
    public virtual bool ShowsAhead => false;

    /// <summary>What it is, for the palette and as the panel's title.</summary>
    public abstract string Name(Words words);

    /// <summary>The panel's title, where it says more.</summary>
    public virtual string TitleOf(IPictureModel model, Words words) => Name(words);

    /// <summary>What there is to see; where there is nothing, in this lesson or at this moment, why not.</summary>
    public abstract (IPictureModel? Model, Func<Words, string>? WhyNot) ModelOf(StepScreen screen);

    /// <summary>What keys do in it beside moving through time, for the line of keys.</summary>
    public virtual ImmutableArray<UserAction> Hints => [];

    /// <summary>What must be computed for it, and may take long.</summary>
    public virtual IEnumerable<Preparation> PreparationsOf(StepScreen screen) => [];

    /// <summary>How many subjects there are to choose from, such as layers; 0 where there is no choice.</summary>
    public virtual int SubjectsOf(StepScreen screen) => 0;

    /// <summary>Which subject is shown, from 0; null for all, or for whichever the number looked at belongs to.</summary>
    public virtual int? SubjectOf(StepScreen screen) => screen.Subject;

    /// <summary>The screen after the picture's cursor has moved; null where it has none.</summary>
    public virtual StepScreen? Move(StepScreen screen, int columns, int rows) => null;
}
