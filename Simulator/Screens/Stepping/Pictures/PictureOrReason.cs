using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>What there is to draw, or in words why there is nothing.</summary>
/// <param name="Model">What there is to draw; null for nothing.</param>
/// <param name="WhyNot">Why there is nothing; null where there is something.</param>
internal readonly record struct PictureOrReason<TModel>(TModel? Model, Func<Words, string>? WhyNot = null)
    where TModel : class
{
    public static implicit operator PictureOrReason<TModel>(TModel model) => new(model);
}
