using Simulator.App;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Screens.Picking;

/// <summary>What keys do in the list of lessons.</summary>
internal static class PickerUpdate
{
    public static Outcome Do(Model model, PickerScreen picker, UserAction action, int count)
    {
        switch (action)
        {
            case UserAction.Search:
                return model with { Screen = picker with { IsTyping = true } };
            case UserAction.Filter:
                return Settled(model, picker with { Filter = (PickerFilter)(((long)picker.Filter + count) % 3) });
            case UserAction.ClearSearch:
                return Settled(model, picker with { Search = "", Filter = PickerFilter.All });
        }

        var shown = picker.ShownIn(model.Progress);
        if (shown.IsEmpty)
        {
            return model;
        }

        int place = Math.Max(0, shown.IndexOf(picker.Selected));
        int selected = shown[action switch
        {
            UserAction.Up => (int)Math.Max(0L, (long)place - count),
            UserAction.Down => (int)Math.Min(shown.Length - 1, (long)place + count),
            UserAction.First => 0,
            UserAction.Last => shown.Length - 1,
            _ => place,
        }];
        PickerScreen moved = picker with { Selected = selected };
        return action switch
        {
            UserAction.Open => Opening.Open(model with { Picker = moved }, picker.Lessons[selected]),
            UserAction.Reset => Ask(model, moved),
            _ => model with { Screen = moved },
        };
    }

    /// <summary>Whether keys go to <see cref="Type"/> as they are: text is typed, or a question asked.</summary>
    public static bool TakesKeys(PickerScreen picker) => picker.IsTyping || picker.IsAsking;

    /// <summary>What a key does while what is searched for is typed, or a question asked.</summary>
    public static Model Type(Model model, PickerScreen picker, Key key) =>
        picker.IsAsking ? Answer(model, picker, key) : TypeSearch(model, picker, key);

    private static Model TypeSearch(Model model, PickerScreen picker, Key key)
    {
        switch (key.Code)
        {
            case KeyCode.Escape:
                return Settled(model, picker with { IsTyping = false, Search = "" });
            case KeyCode.Enter:
            case KeyCode.Tab:
            case KeyCode.Backspace when picker.Search.Length == 0:
                return model with { Screen = picker with { IsTyping = false } };
            case KeyCode.Up or KeyCode.Down:
                return Do(model, picker, key.Code == KeyCode.Up ? UserAction.Up : UserAction.Down, 1).Model;
            default:
                return TextLine.After(picker.Search, key) is { } text ? Settled(model, picker with { Search = text }) : model;
        }
    }

    private static Model Ask(Model model, PickerScreen picker) => model.Progress.Lessons.ContainsKey(picker.Lessons[picker.Selected].Id)
        ? model with { Screen = picker with { IsAsking = true } }
        : model with { Screen = picker, Notice = new Notice(words => words.Picker.NothingToForget) };

    /// <summary>Forgets what was done if the answer is yes, in either language and layout; any other key keeps it.</summary>
    private static Model Answer(Model model, PickerScreen picker, Key key)
    {
        PickerScreen answered = picker with { IsAsking = false };
        bool isYes = !model.IsTooSmall && key is { Code: KeyCode.Character, Control: false, Alt: false }
            && key.Character.ToString() is "y" or "Y" or "ㅛ" or "예" or "네";
        if (!isYes)
        {
            return model with { Screen = answered, Notice = new Notice(words => words.Picker.Kept, IsDone: true) };
        }

        var lesson = picker.Lessons[picker.Selected];
        Model forgotten = model with
        {
            Progress = model.Progress with { Lessons = model.Progress.Lessons.Remove(lesson.Id) },
            Notice = new Notice(words => words.Picker.Forgotten, IsDone: true),
        };
        return Settled(forgotten, answered);
    }

    private static Model Settled(Model model, PickerScreen picker) => model with { Screen = picker.Settled(model.Progress) };
}
