using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>A matrix as a heat map, with a cursor whose number is explained.</summary>
internal sealed class HeatMapPicture : Picture
{
    public override string Id => "heatmap";

    public override ImmutableArray<UserAction> Hints => [UserAction.CursorRight, UserAction.NextSubject, UserAction.Zoom];

    public override string Name(Words words) => words.Drawings.HeatMap;

    public override string TitleOf(IPictureModel model, Words words) => ((HeatMapModel)model).TitleOf(words);

    public override (IPictureModel? Model, Func<Words, string>? WhyNot) ModelOf(StepScreen screen) =>
        HeatMapModel.Of(screen) is { } map ? (map, null) : (null, words => words.Drawings.NoMatrix);

    public override int SubjectsOf(StepScreen screen) => HeatMapModel.SubjectsOf(screen);

    public override int? SubjectOf(StepScreen screen) => HeatMapModel.SubjectOf(screen);

    public override StepScreen? Move(StepScreen screen, int columns, int rows) => HeatMapModel.Move(screen, columns, rows);
}
