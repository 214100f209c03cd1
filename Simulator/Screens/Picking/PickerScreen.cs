using System.Collections.Immutable;
using Lessons;
using Simulator.App;
using Simulator.Screens.Stepping;

namespace Simulator.Screens.Picking;

/// <summary>The list of lessons, one of them chosen.</summary>
internal sealed record PickerScreen(ImmutableArray<Lesson> Lessons, int Selected = 0) : Screen
{
    public override KeyMap KeysIn(KeyMaps all) => all.Picking;
}

/// <summary>What keys do in the list of lessons.</summary>
internal static class PickerUpdate
{
    public static Outcome Do(Model model, PickerScreen picker, UserAction action, int count)
    {
        int last = picker.Lessons.Length - 1;
        if (last < 0)
        {
            return model;
        }

        int selected = action switch
        {
            UserAction.Up => (int)Math.Max(0L, (long)picker.Selected - count),
            UserAction.Down => (int)Math.Min(last, (long)picker.Selected + count),
            UserAction.First => 0,
            UserAction.Last => last,
            _ => picker.Selected,
        };
        PickerScreen moved = picker with { Selected = selected };
        return action == UserAction.Open
            ? Opening.Open(model with { Picker = moved }, picker.Lessons[selected])
            : model with { Screen = moved };
    }
}
